package dev.weft.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The report of some sources in a browser.
 *
 * @param folder for what tests write
 */
record OpenReport(Path folder, Browser browser) implements AutoCloseable {

    static final Path SOURCES = Path.of("src/test/resources/report").toAbsolutePath();
    static final List<String> PAGES =
            List.of(
                    "index.html",
                    "Hostile.java.html",
                    "Huge.java.html",
                    "shop/Delivery.java.html",
                    "shop/Orders.java.html",
                    "shop/Stock.java.html");

    static OpenReport write() throws IOException {
        Path folder = Files.createTempDirectory("weft-report");
        Compiler compiler = new Compiler(folder, "-g", "-Aweft.report=" + folder.resolve("report"));
        String output =
                compiler.compile(
                        SOURCES.resolve("shop/Delivery.java"),
                        SOURCES.resolve("shop/Orders.java"),
                        SOURCES.resolve("shop/Stock.java"),
                        SOURCES.resolve("Hostile.java"),
                        compiler.source("Huge.java", HugeMethod.source()));
        assertThat(output).isEmpty();
        return new OpenReport(folder, Browser.start(folder.resolve("profile")));
    }

    /** Opens one of its pages. */
    void open(String page) {
        browser.open(folder.resolve("report").toUri() + page);
    }

    /** A folder for one test. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    @Override
    public void close() throws IOException {
        browser.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
