package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StageTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    private Object failureOf(CompletionStage<?> stage) {
        return test.runHere(first(v -> stage).rescue(t -> t));
    }

    @Test
    void aStageThatIsDoneGivesItsValueWithoutSuspending() {
        loop.callSoon(() -> order.add("other"));
        loop.createTask(
                first(v -> CompletableFuture.completedFuture(1))
                        .then(v -> CompletableFuture.completedStage(2))
                        .then(order::add));
        loop.callSoon(() -> order.add("after"));
        test.settle();
        assertThat(order).containsExactly("other", 2, "after");
    }

    @Test
    void exactlyOneLayerIsUnwrappedAndTheObjectIsTheSame() {
        IOException failure = new IOException();
        CompletionException inner = new CompletionException(failure);
        assertThat(failureOf(CompletableFuture.failedFuture(failure))).isSameAs(failure);
        assertThat(failureOf(CompletableFuture.failedFuture(inner))).isSameAs(failure);
        assertThat(failureOf(CompletableFuture.failedFuture(new CompletionException(inner))))
                .isSameAs(inner);
        assertThat(failureOf(CompletableFuture.failedFuture(new ExecutionException(failure))))
                .isSameAs(failure);
        assertThat(failureOf(CompletableFuture.failedFuture(failure).thenApply(x -> x)))
                .isSameAs(failure);
        CompletionException bare = new CompletionException("no cause", null);
        assertThat(failureOf(CompletableFuture.failedFuture(bare))).isSameAs(bare);
    }

    @Test
    void aFailureLaterOnTheLoopIsTheSameObjectToo() {
        IOException failure = new IOException();
        CompletableFuture<Object> stage = new CompletableFuture<>();
        loop.callLater(Duration.ofSeconds(1), () -> stage.completeExceptionally(failure));
        assertThat(failureOf(stage.thenApply(x -> x))).isSameAs(failure);
    }

    @Test
    void aCancelledStageIsACancellationException() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        loop.callLater(Duration.ofSeconds(1), () -> stage.cancel(true));
        assertThat(failureOf(stage)).isInstanceOf(CancellationException.class);
        assertThat(failureOf(stage)).isInstanceOf(CancellationException.class);
    }

    @Test
    void cancellingTheTaskCancelsTheStage() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        Task<Object> task =
                loop.createTask(first(v -> stage).rescue(t -> t.getClass().getSimpleName()));
        loop.callLater(Duration.ofSeconds(1), task::cancel);
        assertThat(loop.runUntilComplete(task)).isEqualTo("CancelledError");
        assertThat(stage).isCancelled();
    }

    @Test
    void aStageThatCannotBeCancelledIsLeftBehind() {
        CompletableFuture<Object> source = new CompletableFuture<>();
        for (CompletionStage<Object> stage :
                List.of(source.minimalCompletionStage(), new Uncancellable())) {
            Task<Object> task =
                    loop.createTask(first(v -> stage).rescue(t -> t.getClass().getSimpleName()));
            loop.callLater(Duration.ofSeconds(1), task::cancel);
            assertThat(loop.runUntilComplete(task)).isEqualTo("CancelledError");
        }
        source.complete("too late");
        test.settle();
        assertThat(source).isCompleted();
    }

    private static final class Uncancellable extends CompletableFuture<Object> {
        @Override
        public CompletableFuture<Object> toCompletableFuture() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aValueWhoseHandOverIsUnderWayIsNotLostByACancel() throws Exception {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        Task<Object> task =
                loop.createTask(
                        first(v -> stage)
                                .then(order::add)
                                .then(v -> Weft.yieldNow())
                                .rescue(t -> order.add(t.getClass())));
        loop.callLater(
                Duration.ofSeconds(1),
                () -> {
                    completeInAnotherThread(stage, "value");
                    task.cancel();
                });
        loop.runUntilComplete(task);
        assertThat(order).containsExactly("value", CancelledError.class);
    }

    @Test
    void r18_aCancelledErrorOfSomebodyElseIsACancellationException() {
        CancelledError error = new CancelledError("theirs");
        for (Object foreign :
                List.of(
                        CompletableFuture.failedFuture(error),
                        Weft.toThread(
                                () -> {
                                    throw error;
                                }))) {
            Throwable seen = test.runHere(first(v -> foreign).rescue(t -> t));
            assertThat(seen).isInstanceOf(CancellationException.class).hasMessage("theirs");
        }
        Task<Object> task =
                loop.createTask(
                        first(
                                v ->
                                        loop.runInExecutor(
                                                null,
                                                () -> {
                                                    throw error;
                                                })));
        assertThatThrownBy(() -> loop.runUntilComplete(task)).hasMessage("theirs");
        assertThat(task.cancelled()).isFalse();
    }

    @Test
    void aCancelThatAStageAcceptsAndIgnoresIsNotLost() {
        for (Object outcome : List.of("value", new IOException())) {
            order.clear();
            CompletableFuture<Object> stage = new Ignoring(outcome);
            Task<Object> task =
                    loop.createTask(
                            first(v -> stage)
                                    .rescue(t -> t)
                                    .then(order::add)
                                    .then(v -> Weft.yieldNow())
                                    .rescue(t -> order.add(t.getClass())));
            loop.callLater(Duration.ofSeconds(1), task::cancel);
            loop.runUntilComplete(task);
            assertThat(order).containsExactly(outcome, CancelledError.class);
        }
    }

    static final class Ignoring extends CompletableFuture<Object> {
        private final Object outcome;

        Ignoring(Object outcome) {
            this.outcome = outcome;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            if (outcome instanceof Throwable failure) {
                completeExceptionally(failure);
            } else {
                complete(outcome);
            }
            return true;
        }
    }

    static void completeInAnotherThread(CompletableFuture<Object> stage, Object value) {
        Thread other = new Thread(() -> stage.complete(value));
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aTaskAsStageIsCancelledBothWays() {
        Task<Object> task =
                loop.createTask(
                        first(v -> Weft.sleep(Duration.ofDays(1))).last(() -> order.add("ended")));
        CompletableFuture<Object> stage = task.asStage();
        loop.callLater(
                Duration.ofSeconds(1),
                () -> {
                    assertThat(stage.cancel(true)).isTrue();
                    assertThat(stage).isNotDone();
                });
        assertThat(failureOf(stage)).isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly("ended");
        assertThat(stage.isCancelled()).isTrue();
    }

    @Test
    void aFailedTasksStageCarriesTheFailureAndObservesIt() {
        IOException failure = new IOException();
        Task<Object> task =
                loop.createTask(
                        first(
                                v -> {
                                    throw failure;
                                }));
        CompletableFuture<Object> stage = task.asStage();
        test.settle();
        assertThatThrownBy(stage::join).hasCause(failure);
        loop.close();
        assertThat(test.reported()).isEmpty();
    }
}
