package dev.weft;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A hot method that was called on no loop's thread. It runs on its caller to the first suspension
 * and goes on wherever the awaited stage completes; one thread at a time runs it.
 */
final class HotExecution<T extends @Nullable Object> extends Execution<T> {
    private final TaskFuture<T> future = TaskFuture.cancelledBy(() -> HotCancels.cancel(this));

    /** What it suspended for, until the stack has unwound and a callback can be set up. */
    private @Nullable CompletionStage<?> toAwait;

    private @Nullable Coroutine<?> suspendedLast;

    /** Guarded by this: the wait that a cancel interrupts; null while it runs. */
    private @Nullable HotWait wait;

    /** Guarded by this: a cancel came while it ran. */
    private boolean cancelPending;

    private HotExecution(Coroutine<T> body) {
        super(null, body);
        context = CurrentContext.copy();
    }

    /** Calls a hot method's body, on this thread. */
    static <T extends @Nullable Object> TaskFuture<T> start(Coroutine<T> body) {
        HotExecution<T> execution = new HotExecution<>(body);
        body.startIn(execution);
        HotStretch.run(execution);
        return execution.future;
    }

    /** Runs until it ends or waits for a stage that is not complete. For {@link HotStretch}. */
    void proceed() {
        CompletionStage<?> stage;
        do {
            resume();
            stage = toAwait;
            toAwait = null;
        } while (stage != null && !waits(stage));
    }

    /** Waits for the stage; false if it is complete, so that this thread has to go on. */
    private boolean waits(CompletionStage<?> stage) {
        HotWait armed = new HotWait(this, stage);
        boolean cancel;
        synchronized (this) {
            wait = armed;
            cancel = cancelPending;
            cancelPending = false;
        }
        boolean waits = armed.arm();
        if (!waits) {
            receive(armed);
        }
        if (cancel) {
            // Now it reaches the stage, or is pending again if the stage had its value already.
            cancel();
        }
        return waits;
    }

    /** Takes what it waited for; the caller lets this go on. */
    void receive(HotWait ended) {
        Object outcome = ended.outcome();
        synchronized (this) {
            wait = null;
            // A stage may accept a cancel and end otherwise.
            cancelPending |= ended.cancelIsOpen();
        }
        value = outcome;
    }

    /** Cancels what it waits for or will wait for next. From any thread. */
    void cancel() {
        HotWait tooLate = null;
        while (true) {
            HotWait waiting;
            synchronized (this) {
                waiting = wait;
                if (waiting == tooLate || waiting == null) {
                    cancelPending = true;
                    return;
                }
            }
            if (waiting.cancel()) {
                return;
            }
            // Meanwhile the method may have gone on to its next wait, in another thread.
            tooLate = waiting;
        }
    }

    @Override
    @Nullable Object awaitStage(CompletionStage<?> stage, Coroutine<?> awaiter) {
        Object now = Stages.valueNow(stage);
        if (now instanceof Thrown thrown) {
            Traces.thrownByStage(thrown.error, stage, awaiter);
            throw Sneaky.rethrow(thrown.error);
        }
        if (now == Stages.NOT_DONE) {
            innermost = awaiter;
            suspendedLast = null;
            toAwait = stage;
            return Coroutine.SUSPENDED;
        }
        return now;
    }

    @Override
    @Nullable Object awaitForeign(Eventual<?> source, Coroutine<?> awaiter) {
        CompletionStage<?> stage =
                source instanceof Task<?> task ? task.asStage() : ((Promise<?>) source).asStage();
        return awaitStage(stage, awaiter);
    }

    @Override
    @Nullable Object awaitElsewhere(Coroutine<?> coroutine, Coroutine<?> awaiter) {
        return awaitStage(SharedLoop.get().submit(coroutine), awaiter);
    }

    @Override
    @Nullable Coroutine<?> suspendedLast() {
        return suspendedLast;
    }

    @Override
    void suspendedLast(@Nullable Coroutine<?> coroutine) {
        suspendedLast = coroutine;
    }

    @Override
    @Nullable Task<?> asTask() {
        return null;
    }

    @Override
    @SuppressWarnings("unchecked")
    void finish(@Nullable Object result) {
        if (!(result instanceof Thrown thrown)) {
            future.complete((T) result);
        } else if (thrown.error instanceof CancelledError error) {
            future.completeExceptionally(error.asCancellation());
        } else {
            future.completeExceptionally(thrown.error);
        }
    }

    @Override
    public String toString() {
        return "hot method on " + Thread.currentThread();
    }
}
