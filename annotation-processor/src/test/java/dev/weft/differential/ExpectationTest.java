package dev.weft.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.differential.probe.FailureKind;
import dev.weft.differential.probe.LeafMode;
import dev.weft.differential.probe.Recorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Woven programs with no blocking twin, because order or laziness is what they are about. */
final class ExpectationTest {

    private static final Map<String, byte[]> WOVEN = woven();
    private static final WovenSide SIDE = new WovenSide();

    private static Map<String, byte[]> woven() {
        List<Source> sources = new ArrayList<>(Source.resources("expected"));
        sources.addAll(Source.resources("entry"));
        return new CorpusCompiler().weave(sources, List.of("-Aweft.unawaited=off")).woven();
    }

    /** Prints what the programs do: {@code ExpectationTest CLASS}. */
    public static void main(String[] arguments) {
        var loader = new ProgramLoader(WOVEN);
        for (String method : Program.methods(loader, arguments[0]))
            System.out.println(
                    method
                            + " | "
                            + String.join(
                                    ", ", run(arguments[0], method, LeafMode.AT_ONCE).trace()));
        System.exit(0);
    }

    private static Outcome run(String type, String method, LeafMode mode) {
        var program = new Program(new ProgramLoader(WOVEN), type, method);
        return SIDE.with(mode, 1).run(program, new Recorder(0, FailureKind.UNCHECKED));
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
            loopsAboveWideOperands | left=Long 5, "ended4", "ended3", left=Long 5, "ended3", left=Long 5, "ended2", returned "10,2.5;10,4.25;5,12.75;"
            """)
    void doesWhatIsExpected(String method, String trace) {
        for (LeafMode mode : List.of(LeafMode.AT_ONCE, LeafMode.SOON, LeafMode.THREAD)) {
            Outcome outcome = run("expected.Cold", method, mode);
            assertThat(String.join(", ", outcome.trace())).as("leaves " + mode).isEqualTo(trace);
        }
    }

    /** Each is on its own about who waits for whom, and nothing in it depends on its leaves. */
    @ParameterizedTest
    @MethodSource
    void structuredProgramsDoWhatIsExpected(String method, String trace) {
        Outcome outcome = run("expected.Structured", method, LeafMode.AT_ONCE);
        assertThat(String.join(", ", outcome.trace())).isEqualTo(trace);
    }

    /** Lines of a method and, behind a bar, its trace, as {@link #main} prints them. */
    static Stream<Arguments> structuredProgramsDoWhatIsExpected() throws IOException {
        try (var file = ExpectationTest.class.getResourceAsStream("/expected/Structured.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(line -> Arguments.of((Object[]) line.split(" \\| ", 2)));
        }
    }
}
