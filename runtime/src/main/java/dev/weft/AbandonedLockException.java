package dev.weft;

/**
 * Thrown to who waits for an {@link AsyncLock} that nobody will release: the task that held it has
 * ended. trio's {@code BrokenResourceError} of a lock.
 */
public final class AbandonedLockException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message which task left which lock
     */
    public AbandonedLockException(String message) {
        super(message);
    }
}
