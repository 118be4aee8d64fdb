package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitForTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofDays(1);

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void r33_aCoroutineRunsInTheSameTask() {
        Task<Object> task =
                loop.createTask(
                        first(v -> Weft.waitFor(first(w -> order.add(Task.current())), SECOND)));
        loop.runUntilComplete(task);
        assertThat(order).containsExactly(task);
    }

    @Test
    void theResultInTimeIsGivenAndNoTimerIsLeft() {
        Object value = test.runHere(first(v -> Weft.waitFor(Weft.sleep(SECOND, "x"), LONG)));
        assertThat(value).isEqualTo("x");
        test.settle();
        assertThat(loop.time()).isLessThan(Duration.ofSeconds(2));
        assertThat(test.<Object>runHere(first(v -> Weft.waitFor(Weft.sleep(LONG, "y"), null))))
                .isEqualTo("y");
    }

    @Test
    void r34_withNoTimeLeftACoroutineIsNeverStarted() {
        Object seen =
                test.runHere(
                        first(v -> Weft.waitFor(first(w -> order.add("ran")), Duration.ZERO))
                                .rescue(Throwable::getClass));
        assertThat(seen).isEqualTo(AsyncTimeoutException.class);
        assertThat(order).isEmpty();
    }

    @Test
    void r34_withNoTimeLeftWhatIsDoneGivesItsResultAndWhatIsNotIsCancelled() {
        Task<Object> slow =
                loop.createTask(first(v -> Weft.sleep(LONG)).last(() -> order.add("cleaned up")));
        Promise<Object> done = new Promise<>(loop);
        done.complete(7);
        Object seen =
                test.runHere(
                        first(v -> Weft.waitFor(done, Duration.ofSeconds(-1)))
                                .then(order::add)
                                .then(v -> Weft.waitFor(slow, Duration.ZERO))
                                .rescue(t -> t.getClass().getSimpleName() + " " + t.getCause())
                                .then(v -> v + " " + Task.current().cancelling()));
        assertThat(order).containsExactly(7, "cleaned up");
        assertThat(seen).isEqualTo("AsyncTimeoutException dev.weft.CancelledError 0");
        assertThat(slow.cancelled()).isTrue();
    }

    @Test
    void r35_itWaitsForTheInnerToEndItsCancellation() {
        Script<Object> slow =
                first(v -> Weft.sleep(LONG))
                        .rescue(
                                t -> {
                                    order.add(t.getClass());
                                    return first(w -> Weft.sleep(Duration.ofSeconds(9)))
                                            .then(
                                                    w -> {
                                                        throw t;
                                                    });
                                });
        Object seen =
                test.runHere(
                        first(v -> Weft.waitFor(slow, SECOND))
                                .rescue(t -> t.getCause().getClass()));
        assertThat(seen).isEqualTo(CancelledError.class);
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void r35_anInnerThatReturnsAValueOrFailsInsteadIsBelieved() {
        Script<Object> stubborn = first(v -> Weft.sleep(LONG)).rescue(t -> "value");
        Script<Object> failing =
                first(v -> Weft.sleep(LONG))
                        .rescue(
                                t -> {
                                    throw new IllegalStateException("instead");
                                });
        Object seen =
                test.runHere(
                        first(v -> Weft.waitFor(stubborn, SECOND))
                                .then(order::add)
                                .then(v -> Weft.waitFor(failing, SECOND))
                                .rescue(Throwable::getMessage)
                                .then(order::add)
                                .then(v -> Weft.sleep(SECOND))
                                .then(v -> Task.current().cancelling()));
        assertThat(order).containsExactly("value", "instead");
        assertThat(seen).isEqualTo(0);
    }

    @Test
    void r36_anOuterCancelWithTheInnersValueInTheSameIterationLosesNeither() {
        Promise<String> promise = new Promise<>(loop);
        Task<Object> task =
                loop.createTask(
                        first(v -> Weft.waitFor(promise, LONG))
                                .then(order::add)
                                .then(v -> Weft.yieldNow())
                                .rescue(
                                        t -> {
                                            order.add(t.getClass());
                                            throw t;
                                        }));
        loop.callLater(
                SECOND,
                () -> {
                    promise.complete("value");
                    task.cancel();
                });
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly("value", CancelledError.class);
    }

    @Test
    void anExpiryAfterTheValueIsWithdrawn() {
        Promise<String> promise = new Promise<>(loop);
        loop.callAt(SECOND, () -> promise.complete("value"));
        Task<Object> task =
                loop.createTask(
                        first(v -> Weft.waitFor(promise, SECOND))
                                .then(order::add)
                                .then(v -> Weft.sleep(SECOND))
                                .then(v -> "undisturbed"));
        assertThat(loop.runUntilComplete(task)).isEqualTo("undisturbed");
        assertThat(order).containsExactly("value");
    }

    @Test
    void r67_anOuterCancelBeatsTheTimeout() {
        Task<Object> task =
                loop.createTask(
                        first(
                                v ->
                                        Weft.waitFor(
                                                first(w -> Weft.sleep(LONG))
                                                        .rescue(
                                                                t ->
                                                                        first(
                                                                                        w ->
                                                                                                Weft
                                                                                                        .sleep(
                                                                                                                SECOND))
                                                                                .then(
                                                                                        w -> {
                                                                                            throw t;
                                                                                        })),
                                                SECOND)));
        loop.callLater(Duration.ofMillis(1500), () -> task.cancel("outer"));
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class)
                .hasMessage("outer");
    }

    @Test
    void r66_ofNestedLimitsThatExpireTogetherTheOuterOneThrows() {
        Object seen =
                test.runHere(
                        first(
                                        v ->
                                                Weft.waitFor(
                                                        first(
                                                                        w ->
                                                                                Weft.waitFor(
                                                                                        Weft.sleep(
                                                                                                LONG),
                                                                                        SECOND))
                                                                .last(() -> order.add("inner")),
                                                        SECOND))
                                .rescue(Throwable::getClass));
        assertThat(seen).isEqualTo(AsyncTimeoutException.class);
        assertThat(order).containsExactly("inner");
    }

    @Test
    void aTaskAndAStageAreCancelledWhenTheTimeIsOver() {
        Task<Object> inner = loop.createTask(first(v -> Weft.sleep(LONG)));
        CompletableFuture<Object> stage = new CompletableFuture<>();
        test.runHere(
                first(v -> Weft.waitFor(inner, SECOND))
                        .rescue(t -> order.add(t.getClass()))
                        .then(v -> Weft.waitFor(stage, SECOND))
                        .rescue(t -> order.add(t.getClass())));
        assertThat(order).containsExactly(AsyncTimeoutException.class, AsyncTimeoutException.class);
        assertThat(inner.cancelled()).isTrue();
        assertThat(stage.isCancelled()).isTrue();
    }
}
