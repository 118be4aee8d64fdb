package dev.weft;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A result that somebody will supply: completed once, awaited any number of times.
 *
 * <p>It belongs to a loop. On that loop's thread it is strict: completing it a second time is an
 * {@link IllegalStateException}. From another thread completing, failing and cancelling are handed
 * over to the loop; one that comes too late is dropped, and reported in debug mode. Cancelling a
 * task that awaits a promise cancels the promise. asyncio's {@code Future}.
 *
 * @param <T> the type of the result
 */
public final class Promise<T extends @Nullable Object> extends Eventual<T> {
    /**
     * Makes a promise of this thread's running loop.
     *
     * @throws IllegalStateException if no loop runs in this thread
     */
    public Promise() {
        this(Running.loopForNewWork());
    }

    /**
     * Makes a promise of a loop. From any thread.
     *
     * @param loop the loop
     */
    public Promise(EventLoop loop) {
        super(Objects.requireNonNull(loop, "loop"));
    }

    /**
     * Ends this with a result.
     *
     * @param result the result
     * @throws IllegalStateException if it is done already, on the loop's thread
     */
    public void complete(T result) {
        settle(SUCCEEDED, result);
    }

    /**
     * Ends this with a failure.
     *
     * @param failure what each awaiter throws, this very object
     * @throws IllegalStateException if it is done already, on the loop's thread
     */
    public void fail(Throwable failure) {
        Objects.requireNonNull(failure, "failure");
        if (failure instanceof CancelledError) {
            throw new IllegalArgumentException(
                    "a CancelledError cannot be a promise's failure: cancel() ends it cancelled");
        }
        settle(FAILED, new Thrown(failure));
    }

    private void settle(byte state, @Nullable Object value) {
        EventLoop loop = home();
        if (loop.runsHere()) {
            settleHere(state, value);
        } else if (!loop.doneWhileIdle(() -> settleHere(state, value))) {
            loop.handOver(() -> settleLate(state, value));
        }
    }

    private void settleHere(byte state, @Nullable Object value) {
        if (this.state != PENDING) {
            throw new IllegalStateException(this + " is done already");
        }
        end(state, value);
    }

    private void settleLate(byte state, @Nullable Object value) {
        if (!done()) {
            end(state, value);
        } else if (home().debug()) {
            home().report(
                            new ExceptionContext(
                                    "Another thread came too late to complete " + this,
                                    value instanceof Thrown thrown ? thrown.error : null,
                                    null,
                                    null));
        }
    }

    /**
     * Ends this cancelled, without a message.
     *
     * @return as {@link #cancel(String)}
     */
    public boolean cancel() {
        return cancel(null);
    }

    /**
     * Ends this cancelled: its awaiters get a {@link java.util.concurrent.CancellationException}.
     *
     * @param message the exception's message; null for none
     * @return false if it was done already; from another thread than the loop's true as well when
     *     it comes too late
     */
    public boolean cancel(@Nullable String message) {
        if (done()) {
            return false;
        }
        EventLoop loop = home();
        if (loop.runsHere()) {
            end(CANCELLED, new CancelledError(message));
        } else if (!loop.doneWhileIdle(() -> cancelHere(message))) {
            loop.handOver(() -> cancelHere(message));
        }
        return true;
    }

    private void cancelHere(@Nullable String message) {
        if (state == PENDING) {
            end(CANCELLED, new CancelledError(message));
        }
    }

    /**
     * Has something called when this is done: by the loop, in the order of registration, one
     * iteration later.
     *
     * @param action given this promise
     */
    public void addDoneCallback(Consumer<? super Promise<T>> action) {
        home().checkThread("addDoneCallback");
        DoneCallback.add(this, action);
    }

    /**
     * Removes callbacks that have not become due.
     *
     * @param action those equal to it are removed
     * @return how many were
     */
    public int removeDoneCallback(Consumer<? super Promise<T>> action) {
        home().checkThread("removeDoneCallback");
        return DoneCallback.remove(this, action);
    }

    /**
     * The promise as a stage, for APIs that take one. From any thread.
     *
     * @return a new future that ends as the promise does; cancelling it cancels the promise
     */
    public CompletableFuture<T> asStage() {
        return TaskFuture.of(this);
    }

    @Override
    public String toString() {
        return "promise@" + Integer.toHexString(System.identityHashCode(this));
    }
}
