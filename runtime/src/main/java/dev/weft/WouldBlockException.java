package dev.weft;

/**
 * Thrown by what does not wait where it would have to: the methods named {@code …Nowait}. trio's
 * {@code WouldBlock}.
 */
public class WouldBlockException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what would have to wait for what
     */
    public WouldBlockException(String message) {
        super(message);
    }
}
