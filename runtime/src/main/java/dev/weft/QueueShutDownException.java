package dev.weft;

/**
 * Thrown by a queue that was shut down: where something is put, and where something is got once it
 * is empty. asyncio's {@code QueueShutDown}.
 */
public final class QueueShutDownException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message which queue is shut down
     */
    public QueueShutDownException(String message) {
        super(message);
    }
}
