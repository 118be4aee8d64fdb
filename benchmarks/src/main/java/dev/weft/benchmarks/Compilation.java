package dev.weft.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the processor adds to javac's time and to the class files. */
final class Compilation {

    private static final Path JAVAC = Path.of(System.getProperty("java.home"), "bin", "javac");
    private static final String JAR = "weft-processor-[0-9.]+(-SNAPSHOT)?[.]jar";
    private static final int SECONDS = 60;

    private final Path directory;
    private final List<Path> sources;

    private Compilation(Path directory, int percent) throws IOException {
        this.directory = directory;
        sources = GeneratedModule.write(directory.resolve("src"), percent);
    }

    /**
     * Each way of compiling a module in which so many percent are async, in turn, in a javac of its
     * own, as from a shell; the medians.
     */
    static CompilationResult measure(int percent, int times) throws IOException {
        var compilation = new Compilation(Files.createTempDirectory("weft-compilation"), percent);
        var alone = new ArrayList<Double>();
        var nothing = new ArrayList<Double>();
        var weft = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            alone.add(compilation.seconds("alone", "-proc:none"));
            nothing.add(compilation.seconds("nothing", nothing()));
            weft.add(compilation.seconds("woven", "-processorpath", processor().toString()));
        }
        return new CompilationResult(
                percent,
                median(alone),
                median(nothing),
                median(weft),
                compilation.bytes("alone"),
                compilation.bytes("woven"));
    }

    private static String[] nothing() {
        String name = NothingProcessor.class.getName();
        return new String[] {
            "-processorpath",
            Path.of("target/classes").toAbsolutePath().toString(),
            "-processor",
            name
        };
    }

    private double seconds(String classes, String... options) throws IOException {
        Path output = Files.createDirectories(directory.resolve(classes));
        var command = new ArrayList<>(List.of(JAVAC.toString(), "-d", output.toString()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(Arrays.asList(options));
        sources.forEach(source -> command.add(source.toString()));
        long start = System.nanoTime();
        Forked.run(SECONDS, command);
        return (System.nanoTime() - start) / 1e9;
    }

    private double bytes(String classes) throws IOException {
        try (var files = Files.walk(directory.resolve(classes))) {
            return files.filter(Files::isRegularFile).mapToLong(Compilation::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
    }

    /** The jar that users get, not that of the tests. */
    private static Path processor() throws IOException {
        try (var files = Files.list(Path.of("../annotation-processor/target"))) {
            return files.filter(file -> file.getFileName().toString().matches(JAR))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Weft's processor is not built"))
                    .toAbsolutePath();
        }
    }
}
