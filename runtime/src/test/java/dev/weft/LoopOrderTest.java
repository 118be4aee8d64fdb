package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopOrderTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    private Runnable say(Object word) {
        return () -> order.add(word);
    }

    @Test
    void r1_callbacksAddedByCallbacksWaitForTheNextIteration() {
        loop.callSoon(
                () -> {
                    loop.callSoon(say("later"));
                    loop.stop();
                });
        loop.callSoon(say("now"));
        loop.runForever();
        assertThat(order).containsExactly("now");
        loop.stop();
        loop.runForever();
        assertThat(order).containsExactly("now", "later");
    }

    @Test
    void r1_aSpinningTaskStarvesNoTimer() {
        EventLoop real = EventLoop.create();
        boolean[] fired = {false};
        real.callLater(Duration.ofNanos(1), () -> fired[0] = true);
        Script<Object> spin = Script.script("spin");
        for (int i = 0; i < 1000; i++) {
            spin.then(v -> fired[0] ? null : Weft.yieldNow());
        }
        real.runUntilComplete(spin);
        assertThat(fired[0]).isTrue();
        real.close();
    }

    @Test
    void r2_callSoonIsFirstInFirstOutAndACancelledHandleIsSkipped() {
        Handle[] second = new Handle[1];
        loop.callSoon(
                () -> {
                    order.add(1);
                    second[0].cancel();
                });
        second[0] = loop.callSoon(say(2));
        loop.callSoon(say(3));
        test.settle();
        assertThat(order).containsExactly(1, 3);
        assertThat(second[0].cancelled()).isTrue();
    }

    @Test
    void r3_callLaterZeroComesAfterCallSoonAndNegativeDelaysSortByTime() {
        loop.callLater(Duration.ZERO, say("later"));
        loop.callLater(Duration.ofSeconds(-1), say(-1));
        loop.callLater(Duration.ofSeconds(-2), say(-2));
        loop.callSoon(say("soon"));
        loop.callSoon(say("soon2"));
        test.settle();
        assertThat(order).containsExactly("soon", "soon2", -2, -1, "later");
    }

    @Test
    void r4_equalDeadlinesFireInTheOrderInWhichTheyWereMade() {
        for (int i = 0; i < 100; i++) {
            loop.callAt(Duration.ofSeconds(7), say(i));
        }
        test.runHere(first(v -> Weft.sleep(Duration.ofSeconds(8))));
        assertThat(order).isEqualTo(java.util.stream.IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void aCancelledTimerDoesNotRunEvenWhenItIsDueAlready() {
        TimerHandle[] second = new TimerHandle[1];
        loop.callLater(Duration.ofSeconds(1), () -> second[0].cancel());
        second[0] = loop.callLater(Duration.ofSeconds(1), say("never"));
        assertThat(second[0].when()).isEqualTo(Duration.ofSeconds(1));
        test.runHere(first(v -> Weft.sleep(Duration.ofSeconds(2))));
        assertThat(order).isEmpty();
        assertThat(second[0].cancelled()).isTrue();
    }

    @Test
    void r5_awaitingWhatIsDoneLetsNothingElseRun() {
        loop.callSoon(say("other"));
        Script<Object> awaits = Script.script("awaits");
        for (int i = 0; i < 5000; i++) {
            awaits.then(v -> Weft.done(1));
        }
        awaits.then(
                v -> {
                    Promise<Integer> done = new Promise<>();
                    done.complete(1);
                    return done;
                });
        awaits.then(v -> order.add("awaited"));
        Task<?> task = loop.createTask(awaits);
        loop.callSoon(say("after"));
        loop.runUntilComplete(task);
        assertThat(order).containsExactly("other", "awaited", "after");
    }

    @Test
    void r6_yieldNowIsOneIterationAndTasksTakeTurns() {
        for (String name : List.of("a", "b", "c")) {
            loop.createTask(
                    first(v -> order.add(name + 1))
                            .then(v -> Weft.yieldNow())
                            .then(v -> order.add(name + 2))
                            .then(v -> Weft.sleep(Duration.ZERO))
                            .then(v -> order.add(name + 3)));
        }
        test.settle();
        assertThat(order).containsExactly("a1", "b1", "c1", "a2", "b2", "c2", "a3", "b3", "c3");
    }

    @Test
    void r7_doneCallbacksRunInOrderOneIterationLaterAndAFailingOneStopsNoOther() {
        Promise<Integer> promise = new Promise<>(loop);
        RuntimeException failure = new RuntimeException("callback");
        promise.addDoneCallback(p -> order.add(1));
        promise.addDoneCallback(
                p -> {
                    throw failure;
                });
        loop.createTask(first(v -> promise).then(v -> order.add("task " + v)));
        loop.callSoon(
                () -> {
                    promise.addDoneCallback(p -> order.add(p.result()));
                    promise.complete(5);
                    order.add("completed");
                });
        test.settle();
        assertThat(order).containsExactly("completed", 1, "task 5", 5);
        assertThat(test.reported()).containsExactly(failure);
        promise.addDoneCallback(p -> order.add("late"));
        assertThat(order).doesNotContain("late");
        test.settle();
        assertThat(order).contains("late");
    }

    @Test
    void removeDoneCallbackRemovesAllThatAreEqual() {
        Promise<Integer> promise = new Promise<>(loop);
        java.util.function.Consumer<Promise<Integer>> action = p -> order.add("removed");
        promise.addDoneCallback(action);
        promise.addDoneCallback(p -> order.add("kept"));
        promise.addDoneCallback(action);
        assertThat(promise.removeDoneCallback(action)).isEqualTo(2);
        promise.complete(1);
        test.settle();
        assertThat(order).containsExactly("kept");
    }

    @Test
    void r8_errorsOfCallbacksGoToTheHandlerAndNeverStopTheLoop() {
        StackOverflowError overflow = new StackOverflowError();
        OutOfMemoryError memory = new OutOfMemoryError();
        loop.callSoon(
                () -> {
                    throw overflow;
                });
        loop.callSoon(
                () -> {
                    throw memory;
                });
        loop.callSoon(say("went on"));
        test.settle();
        assertThat(order).containsExactly("went on");
        assertThat(test.reported()).containsExactly(overflow, memory);
    }

    @Test
    void aHandlerThatThrowsDoesNotStopTheLoop() {
        loop.setExceptionHandler(
                (where, context) -> {
                    throw new IllegalStateException("handler");
                });
        loop.callSoon(
                () -> {
                    throw new IllegalStateException("callback");
                });
        loop.callSoon(say("went on"));
        test.settle();
        assertThat(order).containsExactly("went on");
    }

    @Test
    void r9_awaitingWhatBelongsToAnotherLoopOrOneselfThrowsAtTheAwait() {
        try (TestLoop other = new TestLoop()) {
            Promise<Integer> foreign = new Promise<>(other.loop);
            String caught = test.runHere(first(v -> foreign).rescue(t -> t.getMessage()));
            assertThat(caught).contains("another event loop").contains("asStage()");
        }
        Task<?>[] self = new Task<?>[1];
        Task<String> task =
                loop.createTask(Script.<String>first(v -> self[0]).rescue(t -> t.getMessage()));
        self[0] = task;
        assertThat(loop.runUntilComplete(task)).contains("cannot await itself");
    }

    @Test
    void stopBeforeRunRunsOneIteration() {
        loop.callSoon(say("once"));
        loop.stop();
        loop.runForever();
        assertThat(order).containsExactly("once");
    }

    @Test
    void aLoopStoppedBeforeTheEndSaysSo() {
        loop.callSoon(loop::stop);
        Coroutine<Void> endless = Weft.sleep(Duration.ofDays(1));
        assertThatThrownBy(() -> loop.runUntilComplete(endless))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stopped before");
        Task<?> left = loop.allTasks().iterator().next();
        left.cancel();
        assertThat(loop.runUntilComplete(Weft.sleep(Duration.ofSeconds(1), "ran on")))
                .isEqualTo("ran on");
    }

    @Test
    void closedAndNestedLoopsAreRefused() {
        assertThatThrownBy(
                        () ->
                                test.runHere(
                                        first(
                                                v -> {
                                                    loop.close();
                                                    return null;
                                                })))
                .hasMessageContaining("stop it first");
        assertThatThrownBy(() -> test.runHere(first(v -> Weft.run(Weft.done(1)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("await the coroutine instead");
        loop.close();
        loop.close();
        assertThat(loop.isClosed()).isTrue();
        assertThatThrownBy(() -> loop.callSoonThreadsafe(() -> {})).hasMessageContaining("closed");
        assertThatThrownBy(() -> loop.callSoon(() -> {})).hasMessageContaining("closed");
    }

    @Test
    void timeIsTheClocksAndDeadlinesBeyondItsRangeAreForEver() {
        TimerHandle never = loop.callLater(Duration.ofSeconds(Long.MAX_VALUE), say("never"));
        test.runHere(first(v -> Weft.sleep(Duration.ofMinutes(90))));
        assertThat(loop.time()).isEqualTo(Duration.ofMinutes(90));
        assertThat(order).isEmpty();
        never.cancel();
    }

    @Test
    void awaitingTwiceIsRefusedSaveForValues() {
        Coroutine<Integer> value = Weft.done(1);
        Coroutine<Integer> failed = Weft.failed(new IllegalArgumentException("x"));
        Coroutine<Object> once = first(v -> 1);
        String message =
                test.runHere(
                        first(v -> value)
                                .then(v -> value)
                                .then(v -> failed)
                                .rescue(t -> failed)
                                .rescue(t -> once)
                                .then(v -> once)
                                .rescue(Throwable::getMessage));
        assertThat(message).contains("coroutine app.Program.script").contains("runs once");
        assertThatThrownBy(() -> loop.createTask(once)).hasMessageContaining("runs once");
        assertThat(loop.runUntilComplete(loop.createTask(value))).isEqualTo(1);
        assertThat(loop.runUntilComplete(loop.createTask(Weft.yieldNow()))).isNull();
    }
}
