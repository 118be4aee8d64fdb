package dev.weft.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A folder with classes that no processor has seen, and the command. */
final class Project {

    static final String RUNTIME =
            dev.weft.Async.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Project(Path folder) {
        this.folder = folder;
    }

    /** Compiles sources, named for what stands behind the first {@code class} in them. */
    Project compile(String... texts) throws IOException {
        return compile(List.of(), texts);
    }

    Project compile(List<String> options, String... texts) throws IOException {
        Path sources = Files.createTempDirectory("weft-sources");
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-Xplugin:Weft off"));
        arguments.addAll(List.of("-cp", RUNTIME + java.io.File.pathSeparator + folder));
        arguments.addAll(List.of("-d", folder.toString()));
        arguments.addAll(options);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (var files = javac.getStandardFileManager(null, null, null)) {
            List<Path> paths = new ArrayList<>();
            for (String text : texts) {
                String name =
                        text.replaceFirst("(?s).*?\\b(class|interface|module) (\\w+).*", "$2");
                Path file = sources.resolve(text.startsWith("module") ? "module-info" : name);
                paths.add(
                        Files.writeString(file.resolveSibling(file.getFileName() + ".java"), text));
            }
            var units = files.getJavaFileObjectsFromPaths(paths);
            assertThat(javac.getTask(output, files, null, arguments, null, units).call())
                    .as(output.toString())
                    .isTrue();
        }
        return this;
    }

    /** Runs the command with Weft's runtime on the class path. */
    int weave(Path... targets) {
        List<String> arguments = new ArrayList<>(List.of("weave", "--class-path", RUNTIME));
        Stream.of(targets).map(Path::toString).forEach(arguments::add);
        return run(arguments.toArray(String[]::new));
    }

    int run(String... arguments) {
        out.reset();
        err.reset();
        try (PrintStream o = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream e = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            return Main.run(List.of(arguments), o, e);
        }
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** The files by name, and when each was written. */
    Map<String, Object> times() throws IOException {
        Map<String, Object> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                times.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    /** Calls a static method without parameters. */
    static Object call(Path classes, String type, String method) throws Exception {
        URL[] urls = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, Project.class.getClassLoader())) {
            var found = loader.loadClass(type).getDeclaredMethod(method);
            found.setAccessible(true);
            return found.invoke(null);
        }
    }
}
