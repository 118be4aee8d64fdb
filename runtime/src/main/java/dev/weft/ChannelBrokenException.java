package dev.weft;

/**
 * Thrown where something is sent into a channel all of whose receivers are closed: nobody would
 * ever get it. trio's {@code BrokenResourceError}.
 */
public final class ChannelBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message which channel has no receivers
     */
    public ChannelBrokenException(String message) {
        super(message);
    }
}
