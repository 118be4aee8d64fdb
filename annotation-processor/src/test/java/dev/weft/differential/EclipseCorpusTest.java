package dev.weft.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weft.command.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The corpus, compiled by Eclipse's compiler and woven by the command. */
final class EclipseCorpusTest {

    @TempDir static Path folder;

    @TestFactory
    Stream<DynamicTest> wovenProgramsDoWhatBlockingOnesDo() {
        EclipseCorpus corpus = new EclipseCorpus();
        corpus.compile(folder);
        weave();
        Map<String, byte[]> woven = EclipseCompiler.classes(folder);
        ProgramLoader loader = new ProgramLoader(woven);
        DynamicTest valid =
                dynamicTest(
                        "every class is valid",
                        () -> assertThat(ClassCheck.problems(woven, loader)).isEmpty());
        return Stream.concat(Stream.of(valid), corpus.programs(corpus.twin(), woven));
    }

    private static void weave() {
        String path = System.getProperty("java.class.path");
        List<String> arguments = List.of("weave", "--class-path", path, folder.toString());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true);
        assertThat(Main.run(arguments, out, out)).as(said.toString()).isZero();
    }
}
