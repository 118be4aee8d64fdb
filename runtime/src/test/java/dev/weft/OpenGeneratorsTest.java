package dev.weft;

import static dev.weft.Each.BREAK;
import static dev.weft.Each.each;
import static dev.weft.Emitter.emitting;
import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenGeneratorsTest {
    private final List<Object> log = new ArrayList<>();
    private TestLoop test;

    @BeforeEach
    void makeLoop() {
        test = new TestLoop();
    }

    /** Runs as {@code Weft.run} does, and gives when the run was over. */
    private Duration run(Coroutine<?> main) {
        try (Runner runner = new Runner(() -> test.loop)) {
            runner.run(main);
        }
        return test.loop.time();
    }

    private Emitter<Integer> closingIn(long seconds, String name) {
        return emitting(1, 2)
                .last(v -> Weft.sleep(Duration.ofSeconds(seconds)))
                .last(v -> log.add(name));
    }

    @Test
    void r74_theLoopClosesGeneratorsThatWereSteppedByHandAtTheSameTime() {
        Emitter<Integer> a = closingIn(2, "a");
        Emitter<Integer> b = closingIn(1, "b");
        Duration end = run(first(v -> a.next()).then(v -> b.next()).then(v -> log.add("main")));
        assertThat(log).containsExactly("main", "b", "a");
        assertThat(end).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void r74_theLoopClosesBorrowedGenerators() {
        run(first(v -> each(Weft.borrow(closingIn(1, "closed")), x -> BREAK)));
        assertThat(log).containsExactly("closed");
    }

    @Test
    void r74_theLoopClosesWhatAnOperatorThatWasSteppedByHandStandsOn() {
        run(first(v -> closingIn(1, "closed").map(x -> x).buffer(1).iterator().next()));
        assertThat(log).containsExactly("closed");
    }

    @Test
    void r74_generatorsAreClosedAfterTheTasksWereCancelled() {
        Emitter<Integer> held = closingIn(0, "generator");
        Script<Object> task =
                first(v -> held.next())
                        .then(v -> Weft.sleep(Duration.ofDays(1)))
                        .last(() -> log.add("task"));
        run(
                first(v -> Weft.createTask(task).name())
                        .then(v -> Weft.sleep(Duration.ofSeconds(1)))
                        .then(v -> null));
        assertThat(log).containsExactly("task", "generator");
    }

    @Test
    void r74_whatACloseFailsWithGoesToTheExceptionHandlerAndTheOthersAreClosed() {
        IOException failure = new IOException("close");
        Emitter<Integer> failing =
                emitting(1)
                        .last(
                                v -> {
                                    throw failure;
                                });
        run(first(v -> failing.next()).then(v -> closingIn(1, "other").next()));
        assertThat(log).containsExactly("other");
        assertThat(test.reported()).containsExactly(failure);
        assertThat(test.reports.get(0).message())
                .isEqualTo("Closing generator app.Program.emitting failed");
    }

    @Test
    void r74_aGeneratorThatIsLeftOpenAfterTheShutdownIsReported() {
        run(
                first(v -> test.loop.shutdownAsyncGenerators())
                        .then(v -> closingIn(1, "never").next()));
        assertThat(log).isEmpty();
        assertThat(test.reports)
                .singleElement()
                .satisfies(
                        report ->
                                assertThat(report.message())
                                        .contains(
                                                "began when the open generators had been closed"));
    }

    @Test
    void r74_shutdownAsyncGeneratorsClosesThemInTheMiddleOfARun() {
        run(
                first(v -> closingIn(1, "closed").next())
                        .then(v -> test.loop.shutdownAsyncGenerators())
                        .then(v -> log.add("on")));
        assertThat(log).containsExactly("closed", "on");
    }

    @Test
    void aGeneratorThatEndedOrIsIteratedByEachIsNotHeldByTheLoop() {
        Emitter<Integer> ended = emitting();
        Emitter<Integer> closed = emitting(1);
        Emitter<Integer> iterated = emitting(1, 2);
        test.runHere(
                first(v -> ended.next())
                        .rescue(t -> null)
                        .then(v -> closed.next())
                        .then(v -> closed.closeAsync())
                        .then(
                                v ->
                                        each(
                                                iterated,
                                                x -> log.add(test.loop.openIterators.takeAll()))));
        assertThat(log).containsExactly(List.of(), List.of());
    }

    @Test
    void aTaskThatIsCancelledAtTheEndOfTheRunClosesWhatItIterates() {
        run(
                first(
                                v ->
                                        Weft.createTask(
                                                        each(
                                                                closingIn(1, "closed"),
                                                                x ->
                                                                        Weft.sleep(
                                                                                Duration.ofDays(
                                                                                        1))))
                                                .name())
                        .then(v -> Weft.sleep(Duration.ofSeconds(1)))
                        .then(v -> null));
        assertThat(log).containsExactly("closed");
        assertThat(test.reports).isEmpty();
    }
}
