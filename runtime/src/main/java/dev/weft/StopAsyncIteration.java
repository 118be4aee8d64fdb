package dev.weft;

import java.util.NoSuchElementException;

/**
 * What {@link AsyncIterator#next} throws when there are no more elements. Python's {@code
 * StopAsyncIteration}.
 */
public final class StopAsyncIteration extends NoSuchElementException {
    private static final long serialVersionUID = 1;

    /** Makes one. */
    public StopAsyncIteration() {
        super("no more elements");
    }

    /** Captures nothing: it says that a loop is over, and nothing went wrong. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
