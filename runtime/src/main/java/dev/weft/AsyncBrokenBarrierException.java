package dev.weft;

/**
 * Thrown at a barrier that was reset while one waited, or aborted. asyncio's {@code
 * BrokenBarrierError}.
 */
public final class AsyncBrokenBarrierException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what happened to which barrier
     */
    public AsyncBrokenBarrierException(String message) {
        super(message);
    }
}
