package dev.weft;

/**
 * Thrown where something is received from a channel that is empty and all of whose senders are
 * closed: nothing will come any more. trio's {@code EndOfChannel}.
 */
public final class ChannelEndException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message which channel is at its end
     */
    public ChannelEndException(String message) {
        super(message);
    }
}
