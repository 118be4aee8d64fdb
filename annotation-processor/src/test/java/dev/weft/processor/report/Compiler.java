package dev.weft.processor.report;

import dev.weft.processor.AsyncProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles files of a folder into it, with the processor. */
final class Compiler {

    private final Path folder;
    private final List<String> options;

    Compiler(Path folder, String... options) {
        this.folder = folder;
        this.options = List.of(options);
    }

    /** What javac prints. */
    String compile(Path... sources) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> all = new ArrayList<>(options);
            String path = System.getProperty("java.class.path");
            String classes = Files.createDirectories(folder.resolve("classes")).toString();
            all.addAll(List.of("-d", classes, "-cp", classes + java.io.File.pathSeparator + path));
            var units = files.getJavaFileObjects(sources);
            var task = javac.getTask(output, files, null, all, null, units);
            task.setProcessors(List.of(new AsyncProcessor()));
            task.call();
        }
        return output.toString();
    }

    /** The same, for another thread. */
    String compiled(Path source) {
        try {
            return compile(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a source, its package's folder included. */
    Path source(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.write(file, Arrays.asList(lines));
    }
}
