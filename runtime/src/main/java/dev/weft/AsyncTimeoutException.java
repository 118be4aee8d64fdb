package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * Thrown where something took longer than it was given. Its cause is the {@link CancelledError}
 * that ended the work, if there was any. asyncio's {@code TimeoutError}.
 */
public final class AsyncTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient @Nullable Timeout scope;

    /**
     * Makes one.
     *
     * @param message what took how long
     * @param cause the cancellation that ended it; null if there was nothing to end
     */
    public AsyncTimeoutException(@Nullable String message, @Nullable Throwable cause) {
        this(message, cause, null);
    }

    AsyncTimeoutException(
            @Nullable String message, @Nullable Throwable cause, @Nullable Timeout scope) {
        super(message, cause);
        this.scope = scope;
    }

    /**
     * Which block it was whose deadline passed, to tell one's own from that of a method which one
     * called.
     *
     * @return the block; null where it was none, as in {@code waitFor}
     */
    public @Nullable Timeout scope() {
        return scope;
    }
}
