package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad programs bring exactly the errors that stand in comments on the line before, good ones none.
 */
class ProgramsTest {

    private static final String EXPECTED = "// error: ";

    private record Expectation(long line, String fragment) {}

    static Stream<Path> bad() throws IOException, URISyntaxException {
        return sources("/bad");
    }

    static Stream<Path> good() throws IOException, URISyntaxException {
        return sources("/good");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badProgramBringsItsErrors(Path source) throws IOException {
        List<Expectation> expected = expectations(source);
        assertThat(expected).isNotEmpty();
        assertThat(compile(source).errors())
                .zipSatisfy(
                        expected,
                        (error, expectation) -> {
                            assertThat(error.getLineNumber())
                                    .as(error.toString())
                                    .isEqualTo(expectation.line);
                            assertThat(error.getMessage(null)).contains(expectation.fragment);
                        });
    }

    @ParameterizedTest
    @MethodSource("good")
    void goodProgramBringsNone(Path source) throws IOException {
        assertThat(compile(source).diagnostics()).isEmpty();
    }

    private static Compilation compile(Path source) throws IOException {
        return Compiler.javac()
                .withOptions("-Xlint:all,-processing,-serial,-try")
                .withProcessors(new AsyncProcessor())
                .compile(JavaFileObjects.forResource(source.toUri().toURL()));
    }

    private static Stream<Path> sources(String folder) throws IOException, URISyntaxException {
        URL url = Objects.requireNonNull(ProgramsTest.class.getResource(folder));
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.sorted().toList().stream();
        }
    }

    private static List<Expectation> expectations(Path source) throws IOException {
        List<Expectation> found = new ArrayList<>();
        List<String> lines = Files.readAllLines(source);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith(EXPECTED)) {
                found.add(new Expectation(i + 2, line.substring(EXPECTED.length())));
            }
        }
        return found;
    }
}
