package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RaceTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    private Coroutine<Object> after(int seconds, Object result) {
        return Script.<Object>first(v -> Weft.sleep(Duration.ofSeconds(seconds)))
                .then(
                        v -> {
                            if (result instanceof Exception failure) {
                                throw failure;
                            }
                            return result;
                        });
    }

    /** Takes a second to clean up when it is cancelled. */
    private Coroutine<Object> slowToLeave(Object name) {
        return Script.<Object>first(v -> Weft.sleep(Duration.ofSeconds(100)))
                .rescue(
                        error -> {
                            order.add("cleaning " + name);
                            return Weft.sleep(Duration.ofSeconds(1), error);
                        })
                .then(
                        error -> {
                            order.add("left " + name);
                            throw (Throwable) error;
                        });
    }

    @Test
    void theFirstToEndWinsAndTheLosersAreCancelledAndAwaited() {
        Object winner =
                test.runHere(
                        first(v -> Weft.race(List.of(slowToLeave("a"), after(2, "b"))))
                                .then(v -> order.add("over") ? v : null));
        assertThat(winner).isEqualTo("b");
        assertThat(order).containsExactly("cleaning a", "left a", "over");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aFailureThatComesFirstWinsARaceAndIsTheSameObject() {
        IOException failure = new IOException();
        Throwable thrown =
                catchThrowable(
                        () ->
                                test.runHere(
                                        first(
                                                v ->
                                                        Weft.race(
                                                                after(5, "late"),
                                                                after(1, failure)))));
        assertThat(thrown).isSameAs(failure);
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anyTakesTheFirstResultInSpiteOfEarlierFailures() {
        Object winner =
                test.runHere(
                        first(
                                v ->
                                        Weft.any(
                                                List.of(
                                                        after(1, new IOException()),
                                                        after(2, "second"),
                                                        after(3, "third")))));
        assertThat(winner).isEqualTo("second");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void anyOfFailuresOnlyThrowsThemAllInTheirOrder() {
        IOException first = new IOException("first");
        IllegalStateException second = new IllegalStateException("second");
        assertThatThrownBy(
                        () -> test.runHere(first(v -> Weft.any(after(2, second), after(1, first)))))
                .isInstanceOfSatisfying(
                        ExceptionGroup.class,
                        group -> assertThat(group.exceptions()).containsExactly(first, second));
    }

    @Test
    void cancellingTheAwaiterCancelsAllAndWaitsForThem() {
        Task<Object> racing =
                loop.createTask(first(v -> Weft.race(slowToLeave("a"), slowToLeave("b"))));
        loop.callLater(Duration.ofSeconds(1), racing::cancel);
        assertThatThrownBy(() -> test.runHere(first(v -> racing)))
                .isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly("cleaning a", "cleaning b", "left a", "left b");
        assertThat(racing.cancelled()).isTrue();
    }

    @Test
    void aCancelThatComesWhenThereIsAWinnerLosesNothing() {
        Task<Object> racing =
                loop.createTask(
                        first(v -> Weft.race(slowToLeave("a"), after(1, "won")))
                                .then(v -> order.add(v) ? Weft.yieldNow() : null));
        loop.callLater(Duration.ofMillis(1500), racing::cancel);
        assertThatThrownBy(() -> test.runHere(first(v -> racing)))
                .isInstanceOf(CancellationException.class);
        assertThat(order).contains("won");
    }

    @Test
    void oneThatIsDoneAlreadyWinsAndTheOthersStillStart() {
        Object winner = test.runHere(first(v -> Weft.race(slowToLeave("a"), Weft.done("at once"))));
        assertThat(winner).isEqualTo("at once");
    }

    @Test
    void aCancelledRunnerCountsAsACancellationOfSomebodyElse() {
        Task<Object> victim = loop.createTask(after(100, "never"));
        loop.callLater(Duration.ofSeconds(1), victim::cancel);
        assertThatThrownBy(() -> test.runHere(first(v -> Weft.race(victim, after(5, "late")))))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void whatALoserFailsWithInItsCleanUpIsReported() {
        Coroutine<Object> broken =
                Script.<Object>first(v -> Weft.sleep(Duration.ofSeconds(100)))
                        .rescue(
                                error -> {
                                    throw new IOException("clean-up");
                                });
        assertThat(test.<Object>runHere(first(v -> Weft.race(broken, after(1, "won")))))
                .isEqualTo("won");
        loop.close();
        assertThat(test.reported()).hasOnlyElementsOfType(IOException.class).hasSize(1);
    }

    @Test
    void nothingToRunIsAnError() {
        assertThatThrownBy(() -> Weft.race(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Weft.any(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void gatherCallsAFunctionWithEachInput() {
        List<Object> results =
                test.runHere(first(v -> Weft.gather(List.of(3, 1, 2), n -> after(n, "r" + n))));
        assertThat(results).containsExactly("r3", "r1", "r2");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatTheFunctionItselfThrowsFailsTheGather() {
        IOException failure = new IOException();
        assertThat(
                        catchThrowable(
                                () ->
                                        test.runHere(
                                                first(
                                                        v ->
                                                                Weft.gather(
                                                                        List.of(1),
                                                                        n -> {
                                                                            throw failure;
                                                                        })))))
                .isSameAs(failure);
    }
}
