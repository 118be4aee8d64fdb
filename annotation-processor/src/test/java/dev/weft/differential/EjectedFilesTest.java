package dev.weft.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files as they are when ejected, to the character. What has changed is written to {@code
 * target/ejected}: look at it, and copy it if it reads well.
 */
final class EjectedFilesTest {

    private static final CorpusCompiler COMPILER = new CorpusCompiler();

    static Stream<Path> files() throws IOException, URISyntaxException {
        var folder = Objects.requireNonNull(EjectedFilesTest.class.getResource("/ejected"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void ejectedFileReadsAsItsGoldenOne(Path file) throws IOException {
        Source source = new Source(file.getFileName().toString(), Files.readString(file));
        String ejected = COMPILER.eject(List.of(source), List.of()).get(0).text();
        Path golden = Path.of(file + ".txt");
        Path found = Path.of("target", "ejected", golden.getFileName().toString());
        Files.createDirectories(found.getParent());
        Files.writeString(found, ejected);
        assertThat(ejected).isEqualTo(Files.exists(golden) ? Files.readString(golden) : "");
    }
}
