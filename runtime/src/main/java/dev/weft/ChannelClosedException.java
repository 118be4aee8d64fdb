package dev.weft;

/**
 * Thrown by an end of a channel that was closed itself: where it is used after that, or waits while
 * it happens. trio's {@code ClosedResourceError}.
 */
public final class ChannelClosedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message which end is closed
     */
    public ChannelClosedException(String message) {
        super(message);
    }
}
