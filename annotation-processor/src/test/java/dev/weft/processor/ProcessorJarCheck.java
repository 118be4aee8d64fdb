package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.ReadmeRow;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The jar as users get it, in a javac of its own. */
class ProcessorJarCheck {

    private static final String JAR = System.getProperty("weft.processor.jar");
    private static final String RUNTIME =
            dev.weft.Async.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    @TempDir Path folder;

    @Test
    void hasItsLibrariesUnderItsOwnName() throws IOException {
        try (ZipFile jar = new ZipFile(JAR)) {
            assertThat(jar.stream().filter(entry -> entry.getName().endsWith(".class")))
                    .isNotEmpty()
                    .allMatch(entry -> entry.getName().startsWith("dev/weft/"));
            assertThat(jar.getEntry("dev/weft/processor/shaded/asm/ClassReader.class")).isNotNull();
            assertThat(jar.getEntry("dev/weft/processor/shaded/javaparser/JavaParser.class"))
                    .isNotNull();
            assertThat(jar.getEntry("dev/weft/processor/shaded/difflib/DiffUtils.class"))
                    .isNotNull();
        }
    }

    @Test
    void isAModuleThatProvidesProcessorAndPlugin() {
        ModuleDescriptor module =
                ModuleFinder.of(Path.of(JAR)).find("dev.weft.processor").orElseThrow().descriptor();
        assertThat(module.provides())
                .flatExtracting(ModuleDescriptor.Provides::providers)
                .containsExactlyInAnyOrder(
                        "dev.weft.processor.AsyncProcessor", "dev.weft.processor.WeftPlugin");
    }

    @Test
    @ReadmeRow("javac, Maven, Ant, 17 to 25")
    void weavesOnTheProcessorPath() throws Exception {
        assertThat(javac("--processor-path", JAR, "-cp", RUNTIME)).isEmpty();
        assertThat(woven()).isTrue();
    }

    @Test
    void weavesOnTheProcessorModulePath() throws Exception {
        assertThat(javac("--processor-module-path", JAR, "-cp", RUNTIME)).isEmpty();
        assertThat(woven()).isTrue();
    }

    @Test
    void weavesOnTheClassPathWithFullProcessing() throws Exception {
        assertThat(javac("-proc:full", "-cp", RUNTIME + java.io.File.pathSeparator + JAR))
                .isEmpty();
        assertThat(woven()).isTrue();
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_22)
    @ReadmeRow("the same with the jar on the class path, 17 to 22")
    void weavesOnTheClassPath() throws Exception {
        javac("-cp", RUNTIME + java.io.File.pathSeparator + JAR);
        assertThat(woven()).isTrue();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_23)
    @ReadmeRow("the same with the jar on the class path, 23 to 25")
    void saysSoOnTheClassPathWhereJavacRunsNoProcessorByItself() throws Exception {
        assertThat(javac("-cp", RUNTIME + java.io.File.pathSeparator + JAR))
                .contains("Cart.java:2: error: Weft's annotation processor does not run");
        assertThat(woven()).isFalse();
    }

    @Test
    void moduleNeedsNothingBesideTheRuntime() throws Exception {
        Path module = folder.resolve("module-info.java");
        Files.writeString(module, "module shop { requires dev.weft; }");
        assertThat(
                        javac(
                                "--processor-path",
                                JAR,
                                "-p",
                                RUNTIME,
                                "-Xlint:all,-processing,-path",
                                module.toString()))
                .isEmpty();
        assertThat(woven()).isTrue();
    }

    @Test
    void commandWeavesWhatJavacLeft() throws Exception {
        javac("-proc:none", "-Xplugin:Weft off", "--processor-path", JAR, "-cp", RUNTIME);
        assertThat(woven()).isFalse();
        List<String> command = List.of("-jar", JAR, "weave", "-cp", RUNTIME, folder.toString());
        assertThat(run("java", command)).contains("1 woven, of 1 classes");
        assertThat(woven()).isTrue();
    }

    @Test
    void saysSoWithoutProcessing() throws Exception {
        assertThat(javac("-proc:none", "--processor-path", JAR, "-cp", RUNTIME))
                .contains("Cart.java:2: error: Weft's annotation processor does not run");
        assertThat(woven()).isFalse();
    }

    @Test
    void writesTheReport() throws Exception {
        String option = "-Aweft.report=" + folder.resolve("report");
        assertThat(javac("--processor-path", JAR, "-cp", RUNTIME, option)).isEmpty();
        assertThat(Files.readString(folder.resolve("report/Cart.java.html")))
                .contains(
                        "<span class=\"keyword\">class</span> <span class=\"declared\">Cart</span>");
        assertThat(folder.resolve("report/weft.css")).isNotEmptyFile();
    }

    private String javac(String... options) throws IOException, InterruptedException {
        Path source = folder.resolve("Cart.java");
        Files.writeString(source, "class Cart {\n @dev.weft.Async static void main() {}\n}\n");
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-d", folder.toString(), source.toString()));
        return run("javac", arguments);
    }

    private static String run(String tool, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }

    /** Whether there is a frame class beside the class. */
    private boolean woven() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("Cart$"));
        }
    }
}
