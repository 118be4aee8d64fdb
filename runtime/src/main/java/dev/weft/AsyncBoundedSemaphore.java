package dev.weft;

/**
 * A semaphore that never has more permits than at first: releasing one too many is an error.
 * asyncio's {@code BoundedSemaphore}.
 */
public final class AsyncBoundedSemaphore extends AsyncSemaphore {
    private final int bound;

    /**
     * Makes a semaphore.
     *
     * @param permits how many permits it has at first, and at most
     * @throws IllegalArgumentException if {@code permits} is negative
     */
    public AsyncBoundedSemaphore(int permits) {
        super(permits);
        this.bound = permits;
    }

    @Override
    void checkRoomFor(int available) {
        if (available >= bound) {
            throw new IllegalStateException(
                    name() + " has all its " + bound + " permits: one was released twice");
        }
    }
}
