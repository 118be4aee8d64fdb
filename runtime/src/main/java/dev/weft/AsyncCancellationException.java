package dev.weft;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown where something is awaited that was cancelled: a task, a promise, or what {@code gather},
 * {@code race}, {@code shield} and the like wait for. Its cause is the {@link CancelledError} that
 * ended a task, with the same message.
 *
 * <p>Catch it as the {@link CancellationException} that it is: stages that were cancelled throw
 * that, and so does {@link Task#result()}. Its stack trace tells who awaits and nothing else, as it
 * is thrown where the awaiter goes on. When the awaiting task itself is cancelled, that is a {@link
 * CancelledError}. asyncio has one {@code CancelledError} for both.
 */
public final class AsyncCancellationException extends CancellationException {
    private static final long serialVersionUID = 1;

    /** Kept here, as every await of what was cancelled makes one of these. */
    transient @Nullable TraceNote note = new TraceNote();

    AsyncCancellationException(CancelledError cause) {
        super(cause.getMessage());
        initCause(cause);
    }

    /** Captures nothing: of interest is who awaits, and that is written when it is thrown there. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
