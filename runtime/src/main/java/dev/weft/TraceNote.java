package dev.weft;

import java.lang.ref.WeakReference;
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
        return failure instanceof AsyncCancellationException cancellation
                ? cancellation.note
                : NOTES.get(failure);
    }

    /** Puts a new note on an exception. */
    static TraceNote on(Throwable failure) {
        TraceNote note = new TraceNote();
        if (failure instanceof CancelledError error) {
            error.note = note;
        } else if (failure instanceof AsyncCancellationException cancellation) {
            cancellation.note = note;
        } else {
            NOTES.put(failure, note);
        }
        return note;
    }
}
