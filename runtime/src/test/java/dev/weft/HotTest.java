package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.woven.Woven;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HotTest {
    private final List<Object> order = new ArrayList<>();

    @Test
    void onALoopItRunsAtOnceInATaskOfItsOwn() {
        Object result =
                TestLoop.run(
                        first(
                                v -> {
                                    Task<?> caller = Task.current();
                                    CompletableFuture<Object> hot =
                                            Woven.hot(
                                                    first(w -> order.add(Task.current() != caller))
                                                            .then(
                                                                    w ->
                                                                            Weft.sleep(
                                                                                    Duration.ofDays(
                                                                                            1)))
                                                            .then(w -> "slept"));
                                    order.add("called");
                                    assertThat(Task.current()).isSameAs(caller);
                                    return hot;
                                }));
        assertThat(result).isEqualTo("slept");
        assertThat(order).containsExactly(true, "called");
    }

    @Test
    void aBodyThatDoesNotSuspendIsDoneWhenTheCallReturns() {
        CompletableFuture<Object> off = Woven.hot(first(v -> 1));
        assertThat(off).isCompletedWithValue(1);
        TestLoop.run(
                first(
                        v -> {
                            assertThat(Woven.<Object>hot(first(w -> 2))).isCompletedWithValue(2);
                            return null;
                        }));
    }

    @Test
    void aFailureCompletesTheFuture() {
        Exception failure = new Exception();
        CompletableFuture<Object> hot =
                Woven.hot(
                        first(
                                v -> {
                                    throw failure;
                                }));
        assertThatThrownBy(hot::join).hasCause(failure);
    }

    @Test
    void cancellingTheFutureCancelsTheBodyOnALoop() {
        Object seen =
                TestLoop.run(
                        first(
                                        v -> {
                                            CompletableFuture<Object> hot =
                                                    Woven.hot(
                                                            first(
                                                                            w ->
                                                                                    Weft.sleep(
                                                                                            Duration
                                                                                                    .ofDays(
                                                                                                            1)))
                                                                    .last(
                                                                            () ->
                                                                                    order.add(
                                                                                            "ended")));
                                            hot.cancel(true);
                                            return hot;
                                        })
                                .rescue(t -> t));
        assertThat(seen).isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly("ended");
    }

    @Test
    void cancellingTheFutureCancelsTheStageThatTheBodyAwaitsOnNoLoop() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        CompletableFuture<Object> hot =
                Woven.hot(
                        first(v -> stage)
                                .rescue(
                                        t -> {
                                            order.add(t.getClass());
                                            throw t;
                                        }));
        hot.cancel(true);
        assertThat(stage).isCancelled();
        assertThat(hot).isCancelled();
        assertThat(order).containsExactly(CancelledError.class);
    }

    @Test
    void aStageThatCannotBeCancelledIsLeftBehindOnNoLoop() {
        CompletableFuture<Object> source = new CompletableFuture<>();
        CompletableFuture<Object> hot =
                Woven.hot(first(v -> source.minimalCompletionStage()).rescue(Throwable::getClass));
        hot.cancel(true);
        assertThat(hot).isCompletedWithValue(CancelledError.class);
        source.complete("too late");
        assertThat(hot).isCompletedWithValue(CancelledError.class);
    }

    @Test
    void aStageCompleteWhileTheCallbackIsSetUpDoesNotRecurse() {
        Script<Object> body = Script.script("many");
        for (int i = 0; i < 100_000; i++) {
            body.then(v -> new CompleteOnRegistration());
        }
        assertThat(Woven.hot(body.then(v -> "end"))).isCompletedWithValue("end");
    }

    @Test
    void aCancelWhileItRunsIsDeliveredAtTheNextSuspensionAndLosesNoValue() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        List<CompletableFuture<Object>> self = new ArrayList<>();
        self.add(
                Woven.hot(
                        first(v -> stage)
                                .then(v -> self.get(0).cancel(true))
                                .then(v -> new CompleteOnRegistration())
                                .then(order::add)
                                .then(v -> new CompletableFuture<>())
                                .rescue(t -> order.add(t.getClass()))));
        stage.complete("go on");
        assertThat(self.get(0)).isCompletedWithValue(true);
        assertThat(order).containsExactly("value", CancelledError.class);
    }

    @Test
    void onALoopsThreadItMustNotRunALoopEither() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        CompletableFuture<Object> hot =
                Woven.hot(
                        first(v -> stage)
                                .then(v -> Weft.run(Weft.done(1)))
                                .rescue(Throwable::getMessage));
        TestLoop.run(first(v -> stage.complete("from a loop")));
        assertThat((String) hot.join()).contains("await the coroutine instead");
    }

    @Test
    void aLongChainOfHotMethodsEndsWithoutRecursion() {
        CompletableFuture<Object> leaf = new CompletableFuture<>();
        CompletableFuture<Object> chain = chain(leaf, 100_000);
        leaf.complete("end");
        assertThat(chain).isCompletedWithValue("end");
    }

    static CompletableFuture<Object> chain(CompletableFuture<Object> leaf, int length) {
        CompletableFuture<Object> chain = leaf;
        for (int i = 0; i < length; i++) {
            CompletableFuture<Object> inner = chain;
            chain = Woven.hot(first(v -> inner).then(v -> v));
        }
        return chain;
    }

    @Test
    void aLongChainOfHotMethodsIsCancelledWithoutRecursion() {
        CompletableFuture<Object> leaf = new CompletableFuture<>();
        CompletableFuture<Object> chain = chain(leaf, 20_000);
        chain.cancel(true);
        assertThat(leaf).isCancelled();
        assertThat(chain).isCancelled();
    }

    @Test
    void hotMethodsThatAwaitEachOtherCanBeCancelledWithoutEnd() {
        CompletableFuture<Object> go = new CompletableFuture<>();
        List<CompletableFuture<Object>> ring = new ArrayList<>();
        ring.add(Woven.hot(first(v -> go).then(v -> ring.get(1))));
        ring.add(Woven.hot(first(v -> go).then(v -> ring.get(0))));
        go.complete("go");
        assertThat(ring.get(0).cancel(true)).isTrue();
    }

    @Test
    void aCancelThatAStageAcceptsAndIgnoresIsDeliveredAtTheNextSuspension() {
        CompletableFuture<Object> stage = new StageTest.Ignoring("value");
        CompletableFuture<Object> hot =
                Woven.hot(
                        first(v -> stage)
                                .then(order::add)
                                .then(v -> new CompletableFuture<>())
                                .rescue(t -> order.add(t.getClass())));
        hot.cancel(true);
        assertThat(hot).isDone();
        assertThat(order).containsExactly("value", CancelledError.class);
    }

    @Test
    void aCancelThatCameTooLateForOneWaitReachesTheNext() {
        CompletableFuture<Object> next = new CompletableFuture<>();
        CompletableFuture<Object> stage =
                new CompletableFuture<>() {
                    @Override
                    public boolean cancel(boolean mayInterruptIfRunning) {
                        StageTest.completeInAnotherThread(this, "value");
                        return super.cancel(mayInterruptIfRunning);
                    }
                };
        CompletableFuture<Object> hot =
                Woven.hot(
                        first(v -> stage)
                                .then(order::add)
                                .then(v -> next)
                                .rescue(t -> order.add(t.getClass()))
                                .then(v -> new CompletableFuture<>()));
        hot.cancel(true);
        assertThat(next).isCancelled();
        assertThat(order).containsExactly("value", CancelledError.class);
        assertThat(hot).isNotDone();
    }

    @Test
    void aStageThatCannotBeAwaitedFailsTheAwait() {
        CompletableFuture<Object> broken =
                new CompletableFuture<>() {
                    @Override
                    public CompletableFuture<Object> whenComplete(
                            java.util.function.BiConsumer<? super Object, ? super Throwable> a) {
                        throw new UnsupportedOperationException("broken");
                    }
                };
        assertThat(Woven.hot(first(v -> broken).rescue(Throwable::getMessage)))
                .isCompletedWithValue("broken");
        List<Script<Object>> self = new ArrayList<>();
        self.add(first(v -> Woven.await(null, self.get(0))));
        assertThat(Woven.hot(self.get(0).rescue(Throwable::getMessage)))
                .isCompletedWithValue("the awaited stage is null");
    }

    @Test
    void aCallDeepInOtherCallsRunsToItsFirstSuspensionAllTheSame() {
        assertThat(nested(100)).isCompletedWithValue(100);
    }

    private static CompletableFuture<Object> nested(int depth) {
        return Woven.hot(first(v -> depth == 0 ? 0 : nested(depth - 1).join()).then(v -> depth));
    }

    /** Looks pending until somebody registers. */
    private static final class CompleteOnRegistration extends CompletableFuture<Object> {
        @Override
        public CompletableFuture<Object> whenComplete(
                java.util.function.BiConsumer<? super Object, ? super Throwable> action) {
            action.accept("value", null);
            return this;
        }
    }

    @Test
    void goesOnInTheThreadThatCompletesTheStage() throws Exception {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        CompletableFuture<Object> hot =
                Woven.hot(first(v -> stage).then(v -> Thread.currentThread().getName()));
        Thread other = new Thread(() -> stage.complete(1), "completer");
        other.start();
        other.join();
        assertThat(hot).isCompletedWithValue("completer");
    }

    @Test
    void nobodyStopsTheSharedLoop() {
        SharedLoop.get().stopThreadsafe();
        assertThat(Woven.hot(first(v -> Weft.sleep(Duration.ofMillis(1), "slept"))).join())
                .isEqualTo("slept");
    }

    @Test
    void builtInsTasksAndPromisesOnNoLoopUseTheSharedOne() {
        CompletableFuture<Object> hot =
                Woven.hot(
                        first(v -> Weft.gather(Weft.yieldNow(), first(w -> Thread.currentThread())))
                                .then(v -> ((Tuple2<?, ?>) v).second())
                                .then(
                                        v -> {
                                            order.add(((Thread) v).getName());
                                            return Weft.createTask(first(w -> "task"));
                                        })
                                .then(order::add)
                                .then(
                                        v -> {
                                            Promise<Object> promise = new Promise<>();
                                            promise.complete("promise");
                                            return promise;
                                        })
                                .then(order::add)
                                .then(
                                        v ->
                                                Weft.waitFor(
                                                        Weft.sleep(Duration.ofDays(1)),
                                                        Duration.ZERO))
                                .rescue(t -> order.add(t.getClass())));
        hot.join();
        assertThat(order)
                .containsExactly(
                        "weft-shared-loop", "task", "promise", AsyncTimeoutException.class);
    }
}
