package dev.weft.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weft.differential.Pair.Run;
import dev.weft.differential.probe.FailureKind;
import dev.weft.differential.probe.LeafMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every program of the corpus as plain source, compared with its blocking twin. */
final class EjectedTest {

    private static final int MOST_FAILURES = 20;
    private static final List<String> QUIET = List.of("-nowarn");

    private static final CorpusCompiler COMPILER = new CorpusCompiler();
    private static final WovenSide SIDE = new WovenSide();
    private static final List<Source> CORPUS = corpus();
    private static final List<Source> EJECTED = COMPILER.eject(CORPUS, QUIET);

    private static List<Source> corpus() {
        List<Source> corpus = new ArrayList<>(EjectedCorpus.sources(List.of()));
        corpus.addAll(Source.resources("entry"));
        return corpus;
    }

    @TestFactory
    Stream<DynamicTest> ejectedProgramsDoWhatBlockingOnesDo() {
        return compiledBy(COMPILER.javac, List.of(LeafMode.AT_ONCE, LeafMode.MIXED));
    }

    @TestFactory
    Stream<DynamicTest> theyDoWithEclipsesCompilerAsWell() {
        return compiledBy(new EclipseCompiler(), List.of(LeafMode.MIXED));
    }

    private static Stream<DynamicTest> compiledBy(JavaCompiler compiler, List<LeafMode> modes) {
        var plain = COMPILER.compile(EJECTED, QUIET, compiler);
        var twin = COMPILER.twin(CORPUS, QUIET);
        var loader = new ProgramLoader(plain);
        List<DynamicTest> tests = new ArrayList<>();
        for (Source source : CORPUS)
            if (!source.path().startsWith("entry/"))
                for (String method : Program.methods(loader, source.className()))
                    tests.add(
                            dynamicTest(
                                    source.className() + '.' + method,
                                    () -> compare(source, method, modes, twin, plain)));
        return tests.stream();
    }

    private static void compare(
            Source source,
            String method,
            List<LeafMode> modes,
            Map<String, byte[]> twin,
            Map<String, byte[]> plain) {
        for (LeafMode mode : modes) {
            Pair pair = Pair.of(twin, plain, SIDE, source.className(), method);
            assertThat(pair.compare(new Run(mode, 1, 0, FailureKind.UNCHECKED))).isNull();
            int leaves = Math.min(pair.leaves(), MOST_FAILURES);
            for (int failing = 1; failing <= leaves; failing++) {
                FailureKind kind = FailureKind.values()[failing % FailureKind.values().length];
                assertThat(pair.compare(new Run(mode, failing, failing, kind))).isNull();
            }
        }
    }

    @Test
    void theProcessorLeavesThemAlone() {
        var weaved = COMPILER.weave(EJECTED, QUIET);
        assertThat(weaved.unwoven().keySet()).isEqualTo(weaved.woven().keySet());
        weaved.unwoven()
                .forEach(
                        (name, bytes) ->
                                assertThat(weaved.woven().get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void javacWarnsOfNothingThatItDidNotWarnOfBefore() {
        assertThat(COMPILER.warnings(CORPUS)).containsAll(COMPILER.warnings(EJECTED));
    }

    @Test
    void ejectingOnceMoreChangesNothing() {
        assertThat(COMPILER.eject(EJECTED, QUIET)).isEqualTo(EJECTED);
    }

    @Test
    void ejectingAgainGivesTheSame() {
        assertThat(COMPILER.eject(CORPUS, QUIET)).isEqualTo(EJECTED);
    }
}
