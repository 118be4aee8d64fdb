package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * What is held of a lock, semaphore or capacity limiter, until it is closed.
 *
 * <pre>{@code
 * try (var permit = await(lock.acquire())) {
 *     balance = await(changed(balance));
 * }
 * }</pre>
 *
 * <p>Closing neither waits nor suspends. A permit may be handed to another task of the same loop,
 * to be closed there. It is for its loop's thread only.
 */
public final class Permit implements AutoCloseable {
    private final PermitSource source;

    /** The task or borrower that it was given to; null outside of any task. */
    final @Nullable Object holder;

    private boolean closed;

    Permit(PermitSource source, @Nullable Object holder) {
        this.source = source;
        this.holder = holder;
    }

    /**
     * Gives back what is held, at once to who has waited longest. Closing again does nothing.
     *
     * @throws IllegalStateException in another thread than the loop's, or if what it was taken of
     *     does not count it as held any more
     */
    @Override
    public void close() {
        if (!closed) {
            source.checkCall("close of a permit");
            source.giveBack(this);
            closed = true;
        }
    }

    /** Says that what it holds was given back in another way. */
    void spend() {
        closed = true;
    }

    @Override
    public String toString() {
        return (closed ? "closed permit of " : "permit of ") + source;
    }
}
