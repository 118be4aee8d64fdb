package dev.weft;

import java.lang.ref.WeakReference;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Traces} knows of an exception; for the thread that throws it. Those of a cancel,
 * which are many, have it in a field; a weak map costs more than the cancel.
 */
final class TraceNote {
    private static final WeakIdentityMap<Throwable, TraceNote> NOTES = new WeakIdentityMap<>();

    /** Frames of suspended methods in its trace: there is a most. */
    int asyncFrames;

    /** The stage that it last came out of. */
    @Nullable WeakReference<Object> stage;

    boolean leftRun;

    /** The note on an exception; null if it was never looked at. */
    static @Nullable TraceNote of(Throwable failure) {
        if (failure instanceof CancelledError error) {
            return error.note;
        }
        CancelledError cause = causeOf(failure);
        return cause != null && cause.firstAwaited == failure
                ? cause.firstAwaitedNote
                : NOTES.get(failure);
    }

    /** Puts a new note on an exception. */
    static TraceNote on(Throwable failure) {
        TraceNote note = new TraceNote();
        CancelledError cause = causeOf(failure);
        if (failure instanceof CancelledError error) {
            error.note = note;
        } else if (cause != null && (cause.firstAwaited == null || cause.firstAwaited == failure)) {
            cause.firstAwaited = failure;
            cause.firstAwaitedNote = note;
        } else {
            NOTES.put(failure, note);
        }
        return note;
    }

    private static @Nullable CancelledError causeOf(Throwable failure) {
        return failure instanceof CancellationException
                        && failure.getCause() instanceof CancelledError cause
                ? cause
                : null;
    }
}
