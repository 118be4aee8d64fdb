package dev.weft.processor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of patches where a source is not as others are. */
class FixesOfOddSourcesTest {

    private static final String SHOP =
            """
            import static dev.weft.Weft.*;
            import dev.weft.*;

            class Shop {
                // Stra\u00dfe, \u00e4u\u00dferst
                @Async
                static Coroutine<String> open() throws InterruptedException {
            %s        Thread.sleep(1); // gr\u00fcn
                    return done("ge\u00f6ffnet");
                }
            }
            """;

    @TempDir Path folder;

    @Test
    void whatTheParserCannotReadIsNoted() throws IOException {
        String odd = SHOP.formatted("        enum Colour { RED }\n");
        Patched patched = Patched.of(folder, "Shop", odd, List.of());
        assertThat(patched.diff()).isEmpty();
        assertThat(patched.before().warnings()).hasSize(1);
        assertThat(patched.before().notes())
                .singleElement()
                .satisfies(
                        note -> {
                            assertThat(note.getLineNumber()).isEqualTo(9);
                            assertThat(note.getMessage(Locale.ROOT))
                                    .startsWith("the patch leaves this out");
                        });
    }

    /** A patch is bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252"})
    void patchIsInTheEncodingOfTheSource(String encoding) throws Exception {
        Charset charset = Charset.forName(encoding);
        Path source = folder.resolve("Shop.java");
        Files.writeString(source, SHOP.formatted(""), charset);
        compile(source, encoding);
        Path patch = folder.resolve("fixes" + folder + "/Shop.java.patch");
        assertThat(Files.readString(patch, charset)).contains("// gr\u00fcn");
        String strip = "-p" + (folder.getNameCount() + 1);
        Process git =
                new ProcessBuilder("git", "apply", strip, patch.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(git.getInputStream().readAllBytes(), ISO_8859_1);
        assertThat(git.waitFor()).as(output).isZero();
        assertThat(Files.readString(source, charset))
                .contains("await(sleep(Duration.ofMillis(1))); // gr\u00fcn\n", "Stra\u00dfe");
    }

    private void compile(Path source, String encoding) throws IOException {
        var javac = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of(
                        "-nowarn",
                        "-encoding",
                        encoding,
                        "-d",
                        Files.createDirectory(folder.resolve("classes")).toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Aweft.fix=" + folder.resolve("fixes"));
        StringWriter output = new StringWriter();
        Charset charset = Charset.forName(encoding);
        try (var files = javac.getStandardFileManager(null, Locale.ROOT, charset)) {
            var units = files.getJavaFileObjects(source);
            var task = javac.getTask(output, files, null, options, null, units);
            task.setProcessors(List.of(new AsyncProcessor()));
            assertThat(task.call()).as(output.toString()).isTrue();
        }
    }
}
