package dev.weft;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown into a task that is being cancelled, at the await where it is suspended.
 *
 * <p>It is an {@link Error}, so that {@code catch (Exception e)} does not stop a cancellation by
 * accident; whoever catches it cleans up and throws it again. A task is cancelled when this leaves
 * its body. Awaiting something <em>else</em> that was cancelled throws a {@link
 * CancellationException} instead, mostly an {@link AsyncCancellationException}. asyncio's {@code
 * CancelledError}.
 */
public final class CancelledError extends Error {
    private static final long serialVersionUID = 1;

    /** Kept here, as every cancelled task gets one of these; null until it is first thrown. */
    transient @Nullable TraceNote note;

    /** Makes one without a message. */
    public CancelledError() {
        this(null);
    }

    /**
     * Makes one.
     *
     * @param message why; null for no reason
     */
    public CancelledError(@Nullable String message) {
        super(message);
    }

    /** Captures nothing: of interest is who awaits, and that is written when it is thrown there. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** What a look at the cancelled thing throws, and a stage ends with in its place. */
    CancellationException asCancellation() {
        CancellationException cancellation = new CancellationException(getMessage());
        cancellation.initCause(this);
        return cancellation;
    }
}
