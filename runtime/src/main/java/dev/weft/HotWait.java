package dev.weft;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A hot method's wait, on no loop, for a stage. */
final class HotWait extends AtomicInteger implements BiConsumer<Object, Throwable> {
    private static final long serialVersionUID = 1;

    /** The callback is being set up; whoever does that goes on if the stage is complete. */
    private static final int ARMING = 0;

    /** Whoever completes the stage goes on with the method. */
    private static final int ARMED = 1;

    /** The outcome is taken. */
    private static final int COMPLETE = 2;

    private final transient HotExecution<?> execution;
    private final transient CompletionStage<?> stage;

    /** Guarded by this: a cancel was asked for before the outcome was there. */
    private boolean cancelled;

    /** Guarded by this until it is COMPLETE. */
    private transient @Nullable Object outcome;

    HotWait(HotExecution<?> execution, CompletionStage<?> stage) {
        this.execution = execution;
        this.stage = stage;
    }

    /** Sets the callback up; false if the stage is complete already. */
    boolean arm() {
        try {
            stage.whenComplete(this);
        } catch (Throwable failure) {
            goOn(new Thrown(failure));
        }
        return compareAndSet(ARMING, ARMED);
    }

    @Nullable Object outcome() {
        if (!(outcome instanceof Thrown thrown)) {
            return outcome;
        }
        if (cancelled && thrown.error instanceof CancellationException) {
            return new Thrown(new CancelledError());
        }
        thrown.traced = Traces.seenFrom(thrown.error, stage);
        return thrown;
    }

    /** Whether a cancel was asked for that the outcome does not answer; when that is there. */
    synchronized boolean cancelIsOpen() {
        return cancelled
                && !(outcome instanceof Thrown thrown
                        && thrown.error instanceof CancellationException);
    }

    @Override
    public void accept(@Nullable Object result, @Nullable Throwable failure) {
        goOn(failure == null ? result : new Thrown(Stages.unwrapped(failure)));
    }

    private void goOn(@Nullable Object result) {
        // Only one of the stage's completion and a cancel that cannot reach it comes first.
        synchronized (this) {
            if (get() == COMPLETE) {
                return;
            }
            outcome = result;
            if (getAndSet(COMPLETE) == ARMING) {
                return;
            }
        }
        execution.receive(this);
        HotStretch.goOn(execution);
    }

    /** From any thread; false if the method has an outcome already. */
    boolean cancel() {
        synchronized (this) {
            if (get() == COMPLETE) {
                return false;
            }
            cancelled = true;
        }
        if (Stages.cancel(stage) == Stages.Cancel.IMPOSSIBLE) {
            goOn(new Thrown(new CancellationException()));
        }
        return true;
    }
}
