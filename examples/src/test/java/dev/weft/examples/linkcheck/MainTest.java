package dev.weft.examples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int linkcheck(String... args) {
        return new Main(printing(out), printing(err)).run(args);
    }

    private static PrintStream printing(OutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void reportsWhatIsBrokenOnAServer() throws Exception {
        String big = "<p>" + "words ".repeat(10_000) + "</p>\n<a href='missing.html'></a>";
        try (GeneratedSite site = new GeneratedSite()) {
            site.page(
                            "/",
                            """
                            <html><body>
                            <a href="good.html">1</a> <a href="good.html#here">2</a>
                            <a href="good.html#there">3</a>
                            <a href="/missing.html">4</a>
                            <a href="moved.html#here">5</a>
                            <a href="moved.html#there">6</a>
                            <a href="error.html">7</a>
                            <a href="slow.html">8</a>
                            <a href="data.txt#1">9</a>
                            <a href="big.html">10</a>
                            <a href="round.html">11</a>
                            <a href="http://other.example/">12</a> <a href="mailto:me@x.y">13</a>
                            </body></html>
                            """)
                    .page("/good.html", "<html><h1 id='here'>Here</h1><a href='#here'>up</a>")
                    .page("/moved.html", "moved /good.html")
                    .page("/round.html", "moved /round.html")
                    .page("/error.html", "error of the server")
                    .page("/data.txt", "some text with <a href='nothing'>")
                    .page("/big.html", big);
            int status = linkcheck("--no-progress", "--timeout", "5", site.root());
            assertThat(text(out).replaceAll("[\\d.]+ MB, [\\d.]+ s\n", "SIZE, TIME\n"))
                    .isEqualTo(
                            """
                            ROOT
                              line 3: good.html#there (no such fragment)
                              line 4: /missing.html (status 404)
                              line 6: moved.html#there (no such fragment)
                              line 7: error.html (status 500)
                              line 8: slow.html (no answer in 5.0 s)
                              line 11: round.html (redirects in a circle)
                            ROOTbig.html
                              line 2: missing.html (status 404)
                            4 pages, 15 links, 7 broken, 2 lead elsewhere, SIZE, TIME
                            """
                                    .replace("ROOT", site.root()));
            assertThat(text(err)).isEmpty();
            assertThat(status).isEqualTo(1);
        }
    }

    @Test
    void servesAJar(@TempDir Path directory) throws Exception {
        Path jar = directory.resolve("site.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            write(zip, "index.html", "<a href='sub/'>1</a><a href='sub'>2</a><a href='a%20b.css'>");
            write(zip, "sub/", "");
            write(zip, "sub/index.html", "<a href='../index.html#top'>3</a>");
            write(zip, "a b.css", "");
        }
        int status = linkcheck(jar.toString());
        assertThat(text(out)).startsWith("3 pages, 4 links, 0 broken, 0 lead elsewhere");
        assertThat(status).isZero();
    }

    private static void write(ZipOutputStream zip, String name, String content) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void explainsItself() {
        assertThat(linkcheck("--help")).isZero();
        assertThat(text(out)).isEqualTo(Options.USAGE);
        assertThat(text(err)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                         | no site to check
                    --workers none x.jar       | --workers takes a number from 1 to 1000, not none
                    --workers 0 x.jar          | --workers takes a number from 1 to 1000, not 0
                    --timeout                  | --timeout takes a number from 0.001 to 3600
                    --verbose x.jar            | unknown option --verbose
                    one.jar two.jar            | one site at a time, not both one.jar and two.jar
                    no-such.jar                | no such file: no-such.jar
                    https://localhost/         | https://localhost/ is not an http address
                    http://                    | http:// is not an address
                    http://192.0.2.1/          | 192.0.2.1 is not this machine
                    """)
    void refusesWhatItCannotDo(String args, String message) {
        int status = linkcheck(args.isEmpty() ? new String[0] : args.split(" "));
        assertThat(text(err)).startsWith("linkcheck: " + message);
        assertThat(text(out)).isEmpty();
        assertThat(status).isEqualTo(2);
    }

    @Test
    void refusesASiteThatIsNotThere() throws Exception {
        String root;
        try (GeneratedSite site = new GeneratedSite()) {
            root = site.root();
        }
        assertThat(linkcheck("--no-progress", root)).isEqualTo(2);
        assertThat(text(err)).startsWith("linkcheck: " + root + ": no answer");
    }

    @Test
    void refusesAFileThatIsNoJar(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("no.jar"), "no jar");
        assertThat(linkcheck(file.toString())).isEqualTo(2);
        assertThat(text(err)).startsWith("linkcheck: " + file + ": ");
    }
}
