package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files are found and written wherever javac puts them on disk. */
class ClassOutputTest {

    private static final String ASYNC_CLASS =
            """
            class %s {
                @dev.weft.Async java.util.concurrent.CompletableFuture<Void> plain() { return null; }
                class Inner {}
                static Object local() { class Local {} return new Local() {}; }
            }
            """;

    @TempDir Path folder;

    @Test
    void outputFolder() throws IOException {
        Path source = source("src/shop/Cart.java", "package shop;" + ASYNC_CLASS, "Cart");
        String out = folder.resolve("out").toString();
        compile(List.of("-d", out, "-Xlint:all,-processing,-path"), source);
        assertWoven("out/shop/Cart");
    }

    @Test
    void unnamedPackage() throws IOException {
        Path source = source("src/Cart.java", ASYNC_CLASS, "Cart");
        compile(List.of("-d", folder.resolve("out").toString()), source);
        assertWoven("out/Cart");
    }

    @Test
    void noOutputFolder() throws IOException {
        Path source = source("src/shop/Cart.java", "package shop;" + ASYNC_CLASS, "Cart");
        compile(List.of(), source);
        assertWoven("src/shop/Cart");
    }

    @Test
    void unnamedPackageWithoutOutputFolder() throws IOException {
        Path source = source("src/Cart.java", ASYNC_CLASS, "Cart");
        compile(List.of(), source);
        assertWoven("src/Cart");
    }

    @Test
    void oneModule() throws IOException {
        Path module = source("src/module-info.java", "module shop { requires static dev.weft; }");
        Path source = source("src/shop/Cart.java", "package shop;" + ASYNC_CLASS, "Cart");
        compile(List.of("-p", classPath(), "-d", folder.resolve("out").toString()), module, source);
        assertWoven("out/shop/Cart");
    }

    @Test
    void severalModules() throws IOException {
        String info = "module %s { requires static dev.weft; }";
        List<Path> sources =
                List.of(
                        source("src/shop/module-info.java", info, "shop"),
                        source("src/till/module-info.java", info, "till"),
                        source("src/shop/a/Cart.java", "package a;" + ASYNC_CLASS, "Cart"),
                        source("src/till/b/Bill.java", "package b;" + ASYNC_CLASS, "Bill"));
        List<String> options =
                List.of(
                        "-p",
                        classPath(),
                        "--module-source-path",
                        folder.resolve("src").toString(),
                        "-d",
                        folder.resolve("out").toString());
        compile(options, sources.toArray(Path[]::new));
        assertWoven("out/shop/a/Cart");
        assertWoven("out/till/b/Bill");
    }

    @Test
    void classFileThatIsRefusedStaysAsJavacWroteIt() throws IOException {
        Path source = source("src/Cart.java", "class Cart { @dev.weft.Async void plain() {} }");
        List<byte[]> seen = new ArrayList<>();
        ClassWeaver refusing =
                classFile -> {
                    seen.add(classFile);
                    return Compiled.refusing("plain", 0).weave(classFile);
                };
        assertThat(run(refusing, List.of(), source)).contains("Cart.java:1: error: refused: plain");
        assertThat(folder.resolve("src/Cart.class")).hasBinaryContent(seen.get(0));
    }

    private Path source(String name, String text, Object... names) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text.formatted(names));
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static void compile(List<String> options, Path... sources) throws IOException {
        assertThat(run(new MarkingWeaver(), options, sources)).isEmpty();
    }

    /** What javac has to say. */
    private static String run(ClassWeaver weaver, List<String> options, Path... sources)
            throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-cp", classPath()));
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjects(sources);
            var task = javac.getTask(output, files, null, all, null, units);
            task.setProcessors(List.of(new AsyncProcessor(types -> weaver)));
            task.call();
        }
        return output.toString();
    }

    private void assertWoven(String outer) throws IOException {
        for (String name : List.of("", "$Inner", "$1Local", "$1")) {
            Path file = folder.resolve(outer + name + ".class");
            assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .contains(MarkingWeaver.MARK);
            assertThat(folder.resolve(outer + name + "$$frame.class")).exists();
        }
        try (Stream<Path> all = Files.list(Path.of(""))) {
            assertThat(all).noneMatch(file -> file.toString().endsWith(".class"));
        }
    }
}
