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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad programs bring exactly the errors and warnings that stand in comments on the line before,
 * good ones none.
 */
class ProgramsTest {

    private static final Pattern EXPECTED = Pattern.compile("// (error|warning): (.*)");
    private static final String OPTIONS = "// options: ";

    private record Expectation(long line, Diagnostic.Kind kind, String fragment) {}

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
        assertThat(compile(source).diagnostics())
                .filteredOn(ProgramsTest::isOfWeft)
                .zipSatisfy(
                        expected,
                        (found, expectation) -> {
                            assertThat(found.getLineNumber())
                                    .as(found.toString())
                                    .isEqualTo(expectation.line);
                            assertThat(found.getKind()).isEqualTo(expectation.kind);
                            assertThat(found.getMessage(null)).contains(expectation.fragment);
                        });
    }

    @ParameterizedTest
    @MethodSource("good")
    void goodProgramBringsNone(Path source) throws IOException {
        assertThat(compile(source).diagnostics()).isEmpty();
    }

    /** Other warnings of javac are none of this test's business. */
    private static boolean isOfWeft(Diagnostic<?> found) {
        return found.getKind() == Diagnostic.Kind.ERROR
                || found.getMessage(null).contains("[weft:");
    }

    /** What a program says in its comments about how it wants to be compiled. */
    static List<String> options(Path source) throws IOException {
        return Files.readAllLines(source).stream()
                .filter(line -> line.startsWith(OPTIONS))
                .flatMap(line -> Stream.of(line.substring(OPTIONS.length()).strip().split(" ")))
                .toList();
    }

    private static Compilation compile(Path source) throws IOException {
        List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing,-serial,-try"));
        options.addAll(options(source));
        return Compiler.javac()
                .withOptions(options)
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
            Matcher comment = EXPECTED.matcher(lines.get(i).strip());
            if (comment.matches()) {
                boolean error = comment.group(1).equals("error");
                Diagnostic.Kind kind = error ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
                found.add(new Expectation(i + 2, kind, comment.group(2)));
            }
        }
        return found;
    }
}
