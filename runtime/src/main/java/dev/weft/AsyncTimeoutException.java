package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * Thrown where something took longer than it was given. Its cause is the {@link CancelledError}
 * that ended the work, if there was any. asyncio's {@code TimeoutError}.
 */
public final class AsyncTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what took how long
     * @param cause the cancellation that ended it; null if there was nothing to end
     */
    public AsyncTimeoutException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
