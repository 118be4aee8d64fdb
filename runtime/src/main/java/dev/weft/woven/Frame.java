package dev.weft.woven;

import dev.weft.AsyncCloseable;
import dev.weft.Coroutine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a woven method: one object per call, which is its coroutine as well. Subclasses are
 * generated; they hold the receiver, the arguments and the locals that live across an await.
 *
 * @param <T> what awaiting it gives
 */
public abstract class Frame<T extends @Nullable Object> extends Coroutine<T> {
    /** The suspension point where it is suspended, from 1; 0 at the start. */
    public int state;

    /** For generated classes. */
    protected Frame() {}

    static @Nullable Object receivedIn(@Nullable Object outcome) {
        return outcome(outcome);
    }

    /**
     * Begins where a body suspends that was called without a frame.
     *
     * @param awaiter the frame of the run within which it was called
     */
    public final void begunIn(Coroutine<?> awaiter) {
        beginIn(awaiter);
    }

    static void crossedTo(Throwable failure, Coroutine<?> awaiter) {
        crossed(failure, awaiter);
    }

    @Override
    protected abstract @Nullable Object step(@Nullable Object received);

    @Override
    protected abstract String trace();

    @Override
    protected final int suspensionPoint() {
        return state;
    }

    static Object suspended() {
        return SUSPENDED;
    }

    static Object endMark() {
        return END;
    }

    static @Nullable Object awaitIn(CompletionStage<?> stage, Coroutine<?> awaiter) {
        return awaitStage(stage, awaiter);
    }

    static <T extends @Nullable Object> CompletableFuture<T> call(Frame<T> body) {
        return startHot(body);
    }

    static @Nullable Object awaitExit(
            AsyncCloseable closeable, Throwable failure, Coroutine<?> awaiter) {
        return awaitClose(closeable, failure, awaiter);
    }

    static void callEntryPoint(Frame<?> body) {
        runEntryPoint(body);
    }

    /** Class and method, for messages. */
    String method() {
        String[] parts = trace().split("\n", 3);
        return parts[0] + "." + parts[1];
    }
}
