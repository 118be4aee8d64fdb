package dev.weft.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.differential.probe.FailureKind;
import dev.weft.differential.probe.LeafMode;
import dev.weft.differential.probe.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Woven programs with no blocking twin, because order or laziness is what they are about. */
final class ExpectationTest {

    private static final Map<String, byte[]> WOVEN = woven();
    private static final WovenSide SIDE = new WovenSide();

    private static Map<String, byte[]> woven() {
        List<Source> sources = new ArrayList<>(Source.resources("expected"));
        sources.addAll(Source.resources("entry"));
        return new CorpusCompiler().weave(sources, List.of("-Aweft.unawaited=off")).woven();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            runsWhenItIsAwaited | argument=Integer 1, "nothing has run", "work 2", "worked 2", "work 1", "worked 1", returned Integer 21
            neverAwaitedNeverRuns | returned Integer 1
            keptInAFieldAcrossAwaits | "work 1", "worked 1", "work 2", "worked 2", returned Integer 3
            yieldedCoroutineRunsBehindTheFinallyOfItsSwitch | "finally", "work 1", "worked 1", returned "1"
            secondAwaitIsRefused | "work 1", "worked 1", returned "refused"
            valueCanBeAwaitedOften | returned Integer 12
            returnedNullNamesTheMethod | returned "truetrue"
            awaitedNullIsANullPointerException | returned "npe"
            tasksTakeTurns | "made", "one0", "two0", "one1", "two1", "one2", "two2", returned Integer 2
            recursionIsLimitedByTheHeapOnly | returned Long 2000000
            asManyAwaitsInALoopAsYouLike | returned "150000"
            deadReferencesAreNotKept | "used", Boolean true, returned "live true"
            spilledOperandsAreNotKept | returned "falsetrue"
            """)
    void doesWhatIsExpected(String method, String trace) {
        for (LeafMode mode : List.of(LeafMode.AT_ONCE, LeafMode.SOON, LeafMode.THREAD)) {
            var program = new Program(new ProgramLoader(WOVEN), "expected.Cold", method);
            Outcome outcome =
                    SIDE.with(mode, 1).run(program, new Recorder(0, FailureKind.UNCHECKED));
            assertThat(String.join(", ", outcome.trace())).as("leaves " + mode).isEqualTo(trace);
        }
    }
}
