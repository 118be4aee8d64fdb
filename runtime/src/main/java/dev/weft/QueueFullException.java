package dev.weft;

/** Thrown by {@link AsyncQueue#putNowait} of a full queue. asyncio's {@code QueueFull}. */
public final class QueueFullException extends WouldBlockException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message which queue is full
     */
    public QueueFullException(String message) {
        super(message);
    }
}
