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

class CancelTest {
    private static final Duration LONG = Duration.ofDays(1);

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    private Script<Object> sleeper() {
        return first(v -> Weft.sleep(LONG)).last(() -> order.add("cleaned up"));
    }

    @Test
    void r10_twoCancelsBeforeTheStepAreOneError() {
        Task<Object> task =
                loop.createTask(
                        first(v -> Weft.sleep(LONG))
                                .rescue(t -> order.add(t.getMessage()))
                                .then(v -> order.add(Task.current().cancelling()))
                                .then(v -> Weft.yieldNow())
                                .then(v -> "went on"));
        loop.callLater(
                Duration.ofSeconds(1),
                () -> {
                    task.cancel("first");
                    task.cancel("second");
                });
        assertThat(loop.runUntilComplete(task)).isEqualTo("went on");
        assertThat(order).containsExactly("first", 2);
        assertThat(task.cancelled()).isFalse();
    }

    @Test
    void r11_aTaskCancelledBeforeItsFirstStepStartsAndGetsTheErrorAtItsFirstSuspension() {
        Task<Object> task =
                loop.createTask(
                        first(v -> order.add("started"))
                                .then(v -> Weft.sleep(LONG))
                                .last(() -> order.add("cleaned up")));
        assertThat(task.cancel()).isTrue();
        test.settle();
        assertThat(order).containsExactly("started", "cleaned up");
        assertThat(task.cancelled()).isTrue();
        assertThat(loop.time()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void r12_aTaskDueToResumeWithAValueGetsItAndTheCancelAtItsNextSuspension() {
        Promise<String> promise = new Promise<>(loop);
        Task<Object> task =
                loop.createTask(
                        first(v -> promise)
                                .then(order::add)
                                .then(v -> Weft.sleep(LONG))
                                .rescue(
                                        t -> {
                                            order.add(t.getClass());
                                            throw t;
                                        }));
        loop.callLater(
                Duration.ofSeconds(1),
                () -> {
                    promise.complete("value");
                    assertThat(task.cancel()).isTrue();
                });
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly("value", CancelledError.class);
        assertThat(promise.cancelled()).isFalse();
    }

    @Test
    void aTaskThatReturnsAValueAfterACancelHasThatValue() {
        Task<Object> task = loop.createTask(first(v -> "value"));
        task.cancel();
        assertThat(loop.runUntilComplete(task)).isEqualTo("value");
        assertThat(task.cancelled()).isFalse();
    }

    @Test
    void aCancelDuringYieldNowIsDeliveredRightThere() {
        Task<Object> task =
                loop.createTask(
                        first(v -> Weft.yieldNow())
                                .then(v -> order.add("not here"))
                                .rescue(t -> order.add(t.getClass())));
        loop.callSoon(task::cancel);
        loop.runUntilComplete(task);
        assertThat(order).containsExactly(CancelledError.class);
    }

    @Test
    void r13_theInnerTaskIsCancelledFirstAndTheOuterGetsItsErrorWhenThatEnds() {
        Task<Object> inner =
                loop.createTask(
                        first(v -> Weft.sleep(LONG))
                                .rescue(
                                        t -> {
                                            order.add("inner");
                                            throw t;
                                        }));
        Task<Object> outer =
                loop.createTask(
                        first(v -> inner)
                                .rescue(
                                        t -> {
                                            order.add("outer " + t.getClass().getSimpleName());
                                            throw t;
                                        }));
        loop.callLater(Duration.ofSeconds(1), () -> outer.cancel("why"));
        assertThatThrownBy(() -> loop.runUntilComplete(outer))
                .isInstanceOf(CancellationException.class)
                .hasMessage("why")
                .hasCauseInstanceOf(CancelledError.class);
        assertThat(order).containsExactly("inner", "outer CancelledError");
        assertThat(inner.cancelled()).isTrue();
        assertThat(outer.cancelled()).isTrue();
    }

    @Test
    void r13_anInnerTaskThatReturnsAValueLetsTheOuterGoOn() {
        Task<Object> inner = loop.createTask(first(v -> Weft.sleep(LONG)).rescue(t -> "survived"));
        Task<Object> outer =
                loop.createTask(
                        first(v -> inner)
                                .then(order::add)
                                .then(v -> Weft.yieldNow())
                                .then(v -> Task.current().cancelling()));
        loop.callLater(Duration.ofSeconds(1), outer::cancel);
        assertThat(loop.runUntilComplete(outer)).isEqualTo(1);
        assertThat(order).containsExactly("survived");
    }

    @Test
    void r14_aTaskThatCancelsItselfGetsTheErrorAtItsNextSuspension() {
        Task<Object> task =
                loop.createTask(
                        first(v -> Task.current().cancel())
                                .then(v -> Weft.done("not a suspension"))
                                .then(order::add)
                                .then(v -> Weft.sleep(LONG))
                                .rescue(t -> order.add("at the sleep")));
        loop.runUntilComplete(task);
        assertThat(order).containsExactly("not a suspension", "at the sleep");
    }

    @Test
    void r15_whatASelfCancelledTaskAwaitsIsCancelledToo() {
        Task<Object> inner = loop.createTask(sleeper());
        Task<Object> task = loop.createTask(first(v -> Task.current().cancel()).then(v -> inner));
        test.settle();
        assertThat(inner.cancelled()).isTrue();
        assertThat(task.cancelled()).isTrue();
    }

    @Test
    void r16_anErrorReplacedIsAFailureAndOneThrownByHandCancels() {
        Task<Object> replaced =
                loop.createTask(
                        first(v -> Weft.sleep(LONG))
                                .rescue(
                                        t -> {
                                            throw new IllegalStateException("instead");
                                        }));
        Task<Object> byHand =
                loop.createTask(
                        first(
                                v -> {
                                    throw new CancelledError("by hand");
                                }));
        loop.callLater(Duration.ofSeconds(1), replaced::cancel);
        test.runHere(first(v -> Weft.sleep(Duration.ofSeconds(2))));
        assertThat(replaced.cancelled()).isFalse();
        assertThat(replaced.exception()).hasMessage("instead");
        assertThat(byHand.cancelled()).isTrue();
        assertThat(byHand.cancelling()).isZero();
    }

    @Test
    void r17_theMessageTravelsToTheAwaiter() {
        Task<Object> task = loop.createTask(sleeper());
        loop.callLater(Duration.ofSeconds(1), () -> task.cancel("enough"));
        String seen = test.runHere(first(v -> task).rescue(t -> t + "|" + t.getCause()));
        assertThat(seen)
                .isEqualTo(
                        "dev.weft.AsyncCancellationException: enough"
                                + "|dev.weft.CancelledError: enough");
        assertThatThrownBy(task::result).isInstanceOf(CancellationException.class);
        assertThatThrownBy(task::exception).hasMessage("enough");
    }

    @Test
    void r18_whatWasAwaitedBeingCancelledIsToldFromBeingCancelledOneself() {
        Promise<Object> promise = new Promise<>(loop);
        Task<Object> task = loop.createTask(first(v -> promise).rescue(order::add));
        loop.callLater(Duration.ofSeconds(1), () -> promise.cancel());
        loop.runUntilComplete(task);
        assertThat(order).hasOnlyElementsOfType(CancellationException.class).hasSize(1);
    }

    @Test
    void cancellingATaskThatAwaitsAPromiseCancelsThePromise() {
        Promise<Object> promise = new Promise<>(loop);
        Task<Object> other = loop.createTask(first(v -> promise).rescue(order::add));
        Task<Object> task = loop.createTask(first(v -> promise).rescue(order::add));
        loop.callLater(Duration.ofSeconds(1), task::cancel);
        loop.runUntilComplete(task);
        assertThat(promise.cancelled()).isTrue();
        assertThat(other.done()).isTrue();
        assertThat(order).hasSize(2);
        assertThat(order.get(0)).isInstanceOf(CancellationException.class);
        assertThat(order.get(1)).isInstanceOf(CancelledError.class);
    }

    @Test
    void r19_cancellingADoneTaskIsFalseAndNotCounted() {
        Task<Object> task = loop.createTask(first(v -> 1));
        loop.runUntilComplete(task);
        assertThat(task.cancel()).isFalse();
        assertThat(task.cancelling()).isZero();
    }

    @Test
    void uncancelToZeroWithdrawsWhatWasNotDelivered() {
        Task<Object> task =
                loop.createTask(
                        first(v -> Task.current().cancel())
                                .then(v -> Task.current().cancel())
                                .then(v -> order.add(Task.current().uncancel()))
                                .then(v -> order.add(Task.current().uncancel()))
                                .then(v -> order.add(Task.current().uncancel()))
                                .then(v -> Weft.sleep(Duration.ofSeconds(1)))
                                .then(v -> "undisturbed"));
        assertThat(loop.runUntilComplete(task)).isEqualTo("undisturbed");
        assertThat(order).containsExactly(1, 0, 0);
    }

    @Test
    void aSecondCancelInterruptsTheCleanUp() {
        Task<Object> task =
                loop.createTask(
                        first(v -> Weft.sleep(LONG))
                                .rescue(t -> Weft.sleep(LONG))
                                .rescue(t -> order.add("again " + t.getMessage())));
        loop.callLater(Duration.ofSeconds(1), task::cancel);
        loop.callLater(Duration.ofSeconds(2), () -> task.cancel("2"));
        loop.runUntilComplete(task);
        assertThat(order).containsExactly("again 2");
    }

    @Test
    void aChainOfManyTasksIsCancelledWithoutRecursion() {
        Task<?> innermost = loop.createTask(sleeper());
        Task<?> task = innermost;
        for (int i = 0; i < 100_000; i++) {
            Task<?> inner = task;
            task = loop.createTask(first(v -> inner));
        }
        Task<?> outermost = task;
        loop.callLater(Duration.ofSeconds(1), outermost::cancel);
        assertThatThrownBy(() -> loop.runUntilComplete(outermost))
                .isInstanceOf(CancellationException.class);
        assertThat(innermost.cancelled()).isTrue();
    }

    @Test
    void tasksThatAwaitEachOtherCanBeCancelledWithoutEnd() {
        Task<?>[] tasks = new Task<?>[2];
        tasks[0] = loop.createTask(first(v -> tasks[1]));
        tasks[1] = loop.createTask(first(v -> tasks[0]));
        loop.callLater(Duration.ofSeconds(1), () -> order.add(tasks[0].cancel()));
        test.runHere(first(v -> Weft.sleep(Duration.ofSeconds(2))));
        assertThat(order).containsExactly(true);
    }

    @Test
    void aCancelFromAnotherThreadIsHandedOver() throws Exception {
        Task<Object> task = loop.createTask(sleeper());
        Thread other = new Thread(() -> task.cancel("from afar"));
        other.start();
        other.join();
        assertThatThrownBy(() -> loop.runUntilComplete(task)).hasMessage("from afar");
        assertThat(order).containsExactly("cleaned up");
    }

    @Test
    void cancelledErrorIsNoException() {
        assertThat(new CancelledError()).isInstanceOf(Error.class);
    }

    @Test
    void tasksThatGatherEachOtherInAChainAreCancelledWithoutRecursion() {
        Task<?> innermost = loop.createTask(sleeper());
        Task<?> task = innermost;
        for (int i = 0; i < 20_000; i++) {
            Task<?> inner = task;
            task = loop.createTask(first(v -> Weft.gather(List.of(inner))));
        }
        Task<?> outermost = task;
        loop.callLater(Duration.ofSeconds(1), outermost::cancel);
        assertThatThrownBy(() -> loop.runUntilComplete(outermost))
                .isInstanceOf(CancellationException.class);
        assertThat(innermost.cancelled()).isTrue();
        assertThat(innermost.cancelling()).isEqualTo(1);
    }

    @Test
    void hotMethodsThatAwaitEachOtherInAChainAreCancelledWithoutRecursion() {
        CompletableFuture<Object> leaf = new CompletableFuture<>();
        Task<Object> task =
                loop.createTask(
                        first(v -> HotTest.chain(leaf, 20_000)).rescue(Throwable::getClass));
        loop.callLater(Duration.ofSeconds(1), task::cancel);
        assertThat(loop.runUntilComplete(task)).isEqualTo(CancelledError.class);
        assertThat(leaf).isCancelled();
    }

    @Test
    void tasksThatGatherEachOtherInARingCanBeCancelledWithoutEnd() {
        Task<?>[] tasks = new Task<?>[2];
        tasks[0] = loop.createTask(first(v -> Weft.gather(List.of(tasks[1]))));
        tasks[1] = loop.createTask(first(v -> Weft.gather(List.of(tasks[0]))));
        loop.callLater(Duration.ofSeconds(1), () -> order.add(tasks[0].cancel()));
        test.runHere(first(v -> Weft.sleep(Duration.ofSeconds(2))));
        assertThat(order).containsExactly(true);
        assertThat(tasks[0].cancelling()).isEqualTo(1);
        assertThat(tasks[1].cancelling()).isEqualTo(1);
    }
}
