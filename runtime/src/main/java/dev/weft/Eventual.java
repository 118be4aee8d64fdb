package dev.weft;

import dev.weft.loop.Callback;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What ends once, with a result, a failure or a cancellation: the common half of task and promise.
 */
abstract class Eventual<T extends @Nullable Object> extends Callback implements Awaitable<T> {
    static final byte PENDING = 0;
    static final byte SUCCEEDED = 1;
    static final byte FAILED = 2;
    static final byte CANCELLED = 3;

    /** The loop that this belongs to; null for a hot method that runs on no loop. */
    final @Nullable EventLoop home;

    /**
     * When succeeded the result, when failed the {@link Thrown}, when cancelled the {@link
     * CancelledError}. Before that what a suspended execution is resumed with.
     */
    @Nullable Object value;

    /** See {@link Waiters}; null once it ended. */
    @Nullable Object waiters;

    private static final VarHandle STATE = stateHandle();

    /**
     * PENDING until it ends, then for ever one of the others. Only the loop's thread writes it, and
     * reads it as a plain field; other threads by {@link #done()}.
     */
    byte state;

    Eventual(@Nullable EventLoop home) {
        this.home = home;
    }

    @Override
    public @Nullable Object awaitFrom(Coroutine<?> awaiter) {
        Execution<?> execution = awaiter.running();
        if (execution.home != home || execution.home == null) {
            return execution.awaitForeign(this, awaiter);
        }
        if (execution == this) {
            throw new IllegalStateException(this + " cannot await itself");
        }
        if (state != PENDING) {
            return valueNow(awaiter);
        }
        Task<?> task = (Task<?>) execution;
        waiters = Waiters.add(waiters, task);
        return task.suspendOn(this, awaiter);
    }

    private @Nullable Object valueNow(Coroutine<?> awaiter) {
        Object received = outcomeFor(null);
        if (received instanceof Thrown thrown) {
            if (!thrown.traced) {
                Traces.thrownAt(thrown, awaiter);
            }
            throw Sneaky.rethrow(thrown.error);
        }
        return received;
    }

    /**
     * What an awaiter is resumed with, or is given at once.
     *
     * @param awaiter the awaiting task if it was cancelled through this; null otherwise
     */
    final @Nullable Object outcomeFor(@Nullable Task<?> awaiter) {
        if (state == CANCELLED) {
            return new Thrown(
                    awaiter != null
                            ? awaiter.cancelledNow()
                            : new AsyncCancellationException(cancelledBy()));
        }
        if (state == FAILED) {
            observed();
        }
        return value;
    }

    /** Ends this and wakes who waits. */
    final void end(byte state, @Nullable Object value) {
        this.value = value;
        STATE.setRelease(this, state);
        Object woken = waiters;
        waiters = null;
        Waiters.completed(woken, this);
        if (state == FAILED && value instanceof Thrown thrown && !thrown.observed) {
            home().watchUnobserved(this, thrown);
        }
    }

    final void observed() {
        if (value instanceof Thrown thrown) {
            thrown.observe();
        }
    }

    final CancellationException cancellation() {
        return cancelledBy().asCancellation();
    }

    private CancelledError cancelledBy() {
        CancelledError error = (CancelledError) value;
        assert error != null;
        return error;
    }

    private static VarHandle stateHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(Eventual.class, "state", byte.class);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    final EventLoop home() {
        EventLoop home = this.home;
        assert home != null;
        return home;
    }

    /**
     * Whether it ended, in whichever way. From any thread; from another than the loop's it may tell
     * of a moment ago.
     *
     * @return true once there is a result, a failure or a cancellation
     */
    public final boolean done() {
        return (byte) STATE.getAcquire(this) != PENDING;
    }

    /**
     * Whether it ended cancelled. From any thread, as {@link #done()}.
     *
     * @return true once it ended so
     */
    public final boolean cancelled() {
        return (byte) STATE.getAcquire(this) == CANCELLED;
    }

    /**
     * The result.
     *
     * @return the result; a failure is thrown as the object that it is, checked or not
     * @throws CancellationException if this was cancelled
     * @throws IllegalStateException if this is not done, or on a thread that is not the loop's
     */
    @SuppressWarnings("unchecked")
    public final T result() {
        requireDone("result");
        if (state == CANCELLED) {
            throw cancellation();
        }
        Object received = outcomeFor(null);
        if (received instanceof Thrown thrown) {
            throw Sneaky.rethrow(thrown.error);
        }
        return (T) received;
    }

    /**
     * The failure.
     *
     * @return what this failed with; null if it has a result
     * @throws CancellationException if this was cancelled
     * @throws IllegalStateException if this is not done, or on a thread that is not the loop's
     */
    public final @Nullable Throwable exception() {
        requireDone("exception");
        if (state == CANCELLED) {
            throw cancellation();
        }
        return outcomeFor(null) instanceof Thrown thrown ? thrown.error : null;
    }

    private void requireDone(String method) {
        home().checkThread(method);
        if (state == PENDING) {
            throw new IllegalStateException(this + " is not done: " + method + " has to wait");
        }
    }

    /**
     * The loop that this belongs to.
     *
     * @return the loop
     */
    public final EventLoop loop() {
        return home();
    }

    @Override
    protected void run() {
        throw new IllegalStateException(this + " is not a callback");
    }
}
