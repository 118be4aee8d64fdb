package dev.weft;

import java.lang.ref.WeakReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes stack traces read through the awaits: the leaf, then each awaiting method at the line of
 * its await, then who called the run, and nothing of ours in between.
 *
 * <p>An exception is looked at when it first crosses an await, and its trace is written to the end
 * of the awaiting chain at once: the further crossings of that chain cost a look-up each. When it
 * comes out of a task, promise or stage that another chain awaits, that chain is appended, once.
 */
final class Traces {
    private static final StackTraceElement[] NO_FRAMES = {};

    private Traces() {}

    /**
     * A failure leaves a coroutine that ran on this thread's stack.
     *
     * @param within what ran, or an awaiter of it on the same stack
     */
    static void crossing(Throwable failure, Coroutine<?> within) {
        try {
            if (TraceNote.of(failure) == null) {
                firstCrossing(failure, resumed(within));
            }
        } catch (Throwable unwritable) {
            // The failure counts, whatever its own methods do: its trace is only a courtesy.
        }
    }

    private static void firstCrossing(Throwable failure, @Nullable Coroutine<?> resumed) {
        TraceNote note = TraceNote.on(failure);
        StackTraceElement[] own = failure.getStackTrace();
        if (own.length == 0 && !(failure instanceof CancelledError)) {
            return;
        }
        TraceBuilder trace = new TraceBuilder(note.asyncFrames);
        int bottom = OwnFrames.bottom(own);
        if (bottom >= 0) {
            trace.addUsers(own, bottom);
        } else {
            // Made elsewhere, or too deep a stack: its frames do not tell who awaits.
            trace.addUsers(own, own.length);
            addRunning(trace);
        }
        if (bottom < 0 || trace.endsIn(resumed)) {
            addSuspended(trace, parent(resumed));
        } else {
            // Made before the last suspension: who awaits may have been on the stack then.
            TraceBuilder chain = new TraceBuilder(trace.asyncFrames());
            addSuspended(chain, parent(resumed));
            trace.join(chain);
        }
        write(failure, note, trace);
    }

    /** A failure of something else is about to be thrown where an execution is suspended. */
    static void delivered(Thrown thrown, @Nullable Coroutine<?> suspended) {
        thrown.traced = true;
        append(thrown.error, chain -> addSuspended(chain, suspended));
    }

    /** A failure of something else that is done is about to be thrown to who runs. */
    static void thrownAt(Thrown thrown, Coroutine<?> awaiter) {
        thrown.traced = true;
        appendRunning(thrown.error, awaiter);
    }

    /** A failure was made on behalf of a coroutine that waits, after a suspension. */
    static void madeWhileSuspended(Throwable failure, Coroutine<?> maker) {
        append(blank(failure), chain -> addSuspended(chain, maker.parent));
    }

    /** As {@link #thrownAt}, of a stage. */
    static void thrownByStage(Throwable failure, Object stage, Coroutine<?> awaiter) {
        if (!seenFrom(failure, stage)) {
            appendRunning(failure, awaiter);
        }
    }

    private static void appendRunning(Throwable failure, Coroutine<?> awaiter) {
        append(
                failure,
                chain -> {
                    addRunning(chain);
                    addSuspended(chain, parent(resumed(awaiter)));
                });
    }

    private static void append(Throwable failure, Consumer<TraceBuilder> awaiters) {
        try {
            TraceBuilder trace = begin(failure);
            if (trace != null) {
                TraceBuilder chain = new TraceBuilder(trace.asyncFrames());
                awaiters.accept(chain);
                trace.join(chain);
                write(failure, note(failure), trace);
            }
        } catch (Throwable unwritable) {
            // As in crossing.
        }
    }

    /** Whether the failure has come out of this stage before; from now on it has. */
    static boolean seenFrom(Throwable failure, Object stage) {
        try {
            return seenBefore(failure, stage);
        } catch (Throwable unwritable) {
            return true;
        }
    }

    private static boolean seenBefore(Throwable failure, Object stage) {
        TraceNote note = TraceNote.of(failure);
        if (note == null) {
            // Not a note yet: that would say that its own frames have been looked at.
            StackTraceElement[] own = failure.getStackTrace();
            note = TraceNote.on(failure);
            if (own.length > 0) {
                failure.setStackTrace(cleaned(own));
            }
        }
        boolean seen = note.stage != null && note.stage.get() == stage;
        note.stage = new WeakReference<>(stage);
        return seen;
    }

    /** A failure leaves the run: who called that comes last. */
    static void leavingRun(Throwable failure) {
        try {
            addCallers(failure);
        } catch (Throwable unwritable) {
            // As in crossing.
        }
    }

    private static void addCallers(Throwable failure) {
        TraceNote note = TraceNote.of(failure);
        StackTraceElement[] own = failure.getStackTrace();
        if (own.length == 0 || note != null && note.leftRun) {
            return;
        }
        TraceBuilder trace = new TraceBuilder(0);
        trace.addUsers(own, own.length);
        if (note != null) {
            note.leftRun = true;
            StackTraceElement[] callers = new Throwable().getStackTrace();
            int inner = OwnFrames.bottom(callers);
            trace.addUsers(callers, inner < 0 ? callers.length : inner);
        }
        failure.setStackTrace(trace.frames());
    }

    /**
     * Takes the frames of who made it from an exception of ours: only who awaits is of interest.
     */
    static <E extends Throwable> E blank(E failure) {
        failure.setStackTrace(NO_FRAMES);
        TraceNote.on(failure);
        return failure;
    }

    private static @Nullable TraceBuilder begin(Throwable failure) {
        StackTraceElement[] own = failure.getStackTrace();
        TraceNote note = TraceNote.of(failure);
        if (note == null) {
            if (own.length == 0 && !(failure instanceof CancelledError)) {
                return null;
            }
            own = cleaned(own);
            note = TraceNote.on(failure);
        }
        TraceBuilder trace = new TraceBuilder(note.asyncFrames);
        trace.addAll(own);
        return trace;
    }

    private static StackTraceElement[] cleaned(StackTraceElement[] own) {
        TraceBuilder trace = new TraceBuilder(0);
        int bottom = OwnFrames.bottom(own);
        trace.addUsers(own, bottom < 0 ? own.length : bottom);
        return trace.frames();
    }

    private static TraceNote note(Throwable failure) {
        TraceNote note = TraceNote.of(failure);
        return note == null ? new TraceNote() : note;
    }

    private static void addRunning(TraceBuilder trace) {
        StackTraceElement[] running = new Throwable().getStackTrace();
        int bottom = OwnFrames.bottom(running);
        trace.addUsers(running, bottom < 0 ? running.length : bottom);
    }

    /** With whom the run on the stack of which a coroutine is awaited began. */
    private static @Nullable Coroutine<?> resumed(Coroutine<?> within) {
        Coroutine<?> coroutine = within;
        for (int i = within.running().depth; i > 0 && coroutine != null; i--) {
            coroutine = coroutine.parent;
        }
        return coroutine;
    }

    private static @Nullable Coroutine<?> parent(@Nullable Coroutine<?> resumed) {
        return resumed == null ? null : resumed.parent;
    }

    private static void addSuspended(TraceBuilder trace, @Nullable Coroutine<?> innermost) {
        Coroutine<?> coroutine = innermost;
        while (coroutine != null && trace.addSuspended(coroutine)) {
            coroutine = coroutine.parent;
        }
    }

    private static void write(Throwable failure, TraceNote note, TraceBuilder trace) {
        note.asyncFrames = trace.asyncFrames();
        failure.setStackTrace(trace.frames());
    }
}
