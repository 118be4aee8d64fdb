package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * How a failure goes through coroutines that are suspended, as far as they tell: without running
 * those that have no code for it, and without a stack trace where it is caught and nobody looks.
 */
final class Unwinding {
    /** A look further up is not worth it: it may come again at each {@code finally} on the way. */
    private static final int FARTHEST = 128;

    private Unwinding() {}

    /**
     * Whether a failure is caught by a coroutine that never looks at it, and until then nobody
     * does.
     *
     * @param suspended where it is thrown; null behind the outermost coroutine
     */
    static boolean unseen(Throwable failure, @Nullable Coroutine<?> suspended) {
        Coroutine<?> coroutine = suspended;
        for (int i = 0; i < FARTHEST && coroutine != null; i++) {
            int fate = fate(failure, coroutine);
            if (fate >= Coroutine.UNSEEN) {
                return fate == Coroutine.UNSEEN;
            }
            coroutine = coroutine.parent;
        }
        return false;
    }

    /**
     * Ends the coroutines that a failure leaves where they are suspended.
     *
     * @param failed the one that it left already
     * @return the last that it leaves, which has not ended yet
     */
    static Coroutine<?> through(Throwable failure, Coroutine<?> failed) {
        Coroutine<?> last = failed;
        Coroutine<?> parent = last.parent;
        while (parent != null && fate(failure, parent) == Coroutine.LEAVES) {
            last.parent = null;
            last.ended();
            last = parent;
            parent = last.parent;
        }
        return last;
    }

    private static int fate(Throwable failure, Coroutine<?> suspended) {
        try {
            return suspended.fate(failure);
        } catch (LinkageError missing) {
            // A class that it catches is not there: its own handler will tell.
            return Coroutine.SEEN;
        }
    }
}
