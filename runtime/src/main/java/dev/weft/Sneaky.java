package dev.weft;

/**
 * Throws what the compiler does not know of: a failure leaves an await as the object that it is.
 */
final class Sneaky {
    private Sneaky() {}

    /** Throws; declared to return something, for {@code throw Sneaky.rethrow(t)}. */
    static RuntimeException rethrow(Throwable failure) {
        Sneaky.<RuntimeException>unchecked(failure);
        throw new AssertionError(failure);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void unchecked(Throwable failure) throws E {
        throw (E) failure;
    }
}
