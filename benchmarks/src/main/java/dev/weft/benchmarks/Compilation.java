package dev.weft.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the processor adds to javac's time and to the class files. */
final class Compilation {

    private static final Path JAVAC = Path.of(System.getProperty("java.home"), "bin", "javac");
    private static final int TIMES = 9;

    private final Path directory;
    private final List<Path> sources;

    private Compilation(Path directory, int percent) throws IOException {
        this.directory = directory;
        sources = GeneratedModule.write(directory.resolve("src"), percent);
    }

    /** Each way of compiling two modules, in a javac of its own, as from a shell. */
    static String table() throws IOException {
        var columns = List.of("javac alone, s", "with Weft, s", "more", "bytes", "woven", "more");
        return Table.head("a thousand methods", columns)
                + row("all of them async", 100)
                + row("a tenth of them async", 10);
    }

    private static String row(String title, int percent) throws IOException {
        Path directory = Files.createTempDirectory("weft-compilation");
        var compilation = new Compilation(directory, percent);
        var alone = new ArrayList<Double>();
        var woven = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            alone.add(compilation.seconds("alone", "-proc:none"));
            woven.add(compilation.seconds("woven", "-processorpath", processor().toString()));
        }
        return Table.line(
                title,
                Stream.concat(
                                cells("%.2f", median(alone), median(woven)),
                                cells(
                                        "%,.0f",
                                        compilation.bytes("alone"), compilation.bytes("woven")))
                        .toList());
    }

    private static Stream<String> cells(String format, double before, double after) {
        return Stream.of(
                String.format(Locale.ROOT, format, before),
                String.format(Locale.ROOT, format, after),
                String.format(Locale.ROOT, "%.0f %%", 100 * (after / before - 1)));
    }

    private double seconds(String classes, String... options) throws IOException {
        Path output = Files.createDirectories(directory.resolve(classes));
        var command = new ArrayList<>(List.of(JAVAC.toString(), "-d", output.toString()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(Arrays.asList(options));
        sources.forEach(source -> command.add(source.toString()));
        long start = System.nanoTime();
        Forked.run(command);
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
        return seconds.stream().sorted().skip(TIMES / 2).findFirst().orElseThrow();
    }

    private static Path processor() throws IOException {
        try (var jars =
                Files.newDirectoryStream(Path.of("../annotation-processor/target"), "weft-*.jar")) {
            return jars.iterator().next().toAbsolutePath();
        }
    }
}
