package dev.weft;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A chain of coroutines that runs: the outermost was started, each awaits the next, and the
 * innermost is where it goes on.
 */
abstract class Execution<T extends @Nullable Object> extends Eventual<T> {
    /** Awaits nested deeper than this on the thread's stack go on from {@link #resume}. */
    static final int DEEPEST = 40;

    private static final short POSTPONED = -0x4000;

    /** Where it goes on: suspended or postponed; stale while it runs, null when all of it ended. */
    @Nullable Coroutine<?> innermost;

    /** The values of context variables in it; null as long as none has a value. */
    @Nullable Context context;

    /** Awaits on the thread's stack since the last {@link #resume}, or {@link #POSTPONED}. */
    short depth;

    Execution(@Nullable EventLoop home, Coroutine<?> root) {
        super(home);
        innermost = root;
    }

    /** Makes the stack unwind, as if suspended, before {@code coroutine} is stepped. */
    final Object postpone(Coroutine<?> coroutine) {
        innermost = coroutine;
        depth = POSTPONED;
        suspendedLast(coroutine);
        return Coroutine.SUSPENDED;
    }

    /**
     * While the stack unwinds: the outermost coroutine that has suspended so far; null if none has
     * but the one on whose behalf something waits.
     */
    abstract @Nullable Coroutine<?> suspendedLast();

    abstract void suspendedLast(@Nullable Coroutine<?> coroutine);

    /**
     * Runs until the innermost coroutine suspends or the outermost ends. What a coroutine ends with
     * is handed to its parent here and not by recursion.
     */
    final void resume() {
        Coroutine<?> coroutine = innermost;
        depth = 0;
        Object received = value;
        if (received != null) {
            value = null;
        }
        if (received instanceof Thrown thrown && !thrown.traced) {
            Traces.delivered(thrown, coroutine);
        }
        while (coroutine != null) {
            Object result;
            try {
                result = coroutine.step(received);
            } catch (Throwable failure) {
                result = failed(failure, coroutine);
                coroutine = Unwinding.through(failure, coroutine);
            }
            if (result == Coroutine.SUSPENDED) {
                if (depth >= 0) {
                    return;
                }
                depth = 0;
                coroutine = innermost;
                received = value;
                value = null;
            } else {
                Coroutine<?> parent = coroutine.parent;
                coroutine.parent = null;
                coroutine.ended();
                coroutine = parent;
                depth = 0;
                received = result;
            }
        }
        innermost = null;
        finish(received);
    }

    private Thrown failed(Throwable failure, Coroutine<?> resumed) {
        depth = 0;
        if (!Unwinding.unseen(failure, resumed.parent)) {
            Traces.crossing(failure, resumed);
        }
        Thrown thrown = new Thrown(failure);
        thrown.traced = true;
        return thrown;
    }

    /** Takes what the outermost coroutine ended with, a value or a {@link Thrown}. */
    abstract void finish(@Nullable Object result);

    /** Suspends until something that does not belong to this execution's loop is done. */
    abstract @Nullable Object awaitForeign(Eventual<?> source, Coroutine<?> awaiter);

    abstract @Nullable Object awaitStage(CompletionStage<?> stage, Coroutine<?> awaiter);

    /** The task that a built-in coroutine runs in; null where it has to run elsewhere. */
    abstract @Nullable Task<?> asTask();

    /** Runs a built-in coroutine, which needs a loop, on another one. */
    abstract @Nullable Object awaitElsewhere(Coroutine<?> coroutine, Coroutine<?> awaiter);
}
