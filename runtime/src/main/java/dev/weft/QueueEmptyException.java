package dev.weft;

/** Thrown by {@link AsyncQueue#getNowait} of an empty queue. asyncio's {@code QueueEmpty}. */
public final class QueueEmptyException extends WouldBlockException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message which queue is empty
     */
    public QueueEmptyException(String message) {
        super(message);
    }
}
