package dev.weft.woven;

import dev.weft.AsyncGenerator;
import dev.weft.Coroutine;
import dev.weft.GeneratorExit;
import dev.weft.StopAsyncIteration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a woven generator, which is the generator as well. It runs in pieces: each within
 * the coroutine that asks for an element, from one {@code emit} to the next.
 *
 * @param <T> the type of the elements
 */
public abstract class GeneratorFrame<T extends @Nullable Object> extends Frame<T>
        implements AsyncGenerator<T> {
    private static final Object NOTHING = new Object();

    /** It did not begin: there is no {@code emit} that could give what is sent. */
    private static final byte FRESH = 0;

    /** It is suspended at an {@code emit}, and goes on when it is asked to. */
    private static final byte AT_EMIT = 1;

    /** Somebody waits for an element. */
    private static final byte RUNNING = 2;

    /** It ended, and never is anything else again. */
    private static final byte FINISHED = 3;

    /** Between the {@code emit} and the moment when the element is handed out. */
    private @Nullable Object emitted = NOTHING;

    private byte progress;

    /** Whether it is being closed: there must be no element any more. */
    private boolean closing;

    /** Whether the loop knows it, to close it if it is still open at the end. */
    private boolean watched;

    /** For generated classes. */
    protected GeneratorFrame() {}

    /**
     * Runs the body to its next suspension.
     *
     * @param received what the last suspension led to
     * @return what the body gives
     */
    protected abstract @Nullable Object proceed(@Nullable Object received);

    /** Lets go of arguments and saved values. */
    protected void release() {}

    @Override
    protected final @Nullable Object step(@Nullable Object received) {
        try {
            return produced(proceed(received));
        } catch (StopAsyncIteration stop) {
            throw stopped(stop);
        }
    }

    /** What {@code emit} does: the body suspends, and the element goes to who asked for it. */
    final Object emit(@Nullable Object value) {
        emitted = value;
        return SUSPENDED;
    }

    /**
     * Begins to get the next element.
     *
     * @param awaiter the coroutine that asks for it
     * @return null if the body is to run now, or what there is to give in its place
     */
    protected final @Nullable Object begin(Coroutine<?> awaiter) {
        return begin(awaiter, null);
    }

    private @Nullable Object begin(Coroutine<?> awaiter, @Nullable Object received) {
        if (progress == FINISHED) {
            return END;
        }
        requireNotRunning();
        progress = RUNNING;
        return enterAgain(awaiter, received) ? null : SUSPENDED;
    }

    private void requireNotRunning() {
        if (progress == RUNNING) {
            throw new IllegalStateException(
                    this
                            + " is "
                            + (closing ? "being closed" : "running")
                            + " already: a generator serves one who iterates at a time");
        }
    }

    /**
     * What a piece of the body came to.
     *
     * @param result what the body gave
     * @return the element, {@link #END} or {@link #SUSPENDED}
     */
    protected final @Nullable Object produced(@Nullable Object result) {
        if (result != SUSPENDED) {
            return END;
        }
        Object element = emitted;
        if (element == NOTHING) {
            return SUSPENDED;
        }
        emitted = NOTHING;
        if (closing) {
            throw new IllegalStateException(
                    this
                            + " emitted while it was being closed: let GeneratorExit pass, and do"
                            + " not emit in finally");
        }
        progress = AT_EMIT;
        return element;
    }

    /**
     * Ends what {@link #begin} began.
     *
     * @param result what the body gave
     * @return as {@link #produced}
     */
    protected final @Nullable Object leaveWith(@Nullable Object result) {
        Object given = produced(result);
        if (progress != AT_EMIT) {
            return leave(given);
        }
        leaveOpen();
        return given;
    }

    /**
     * Ends what {@link #begin} began by a failure.
     *
     * @param failure what the body threw
     * @return what to throw
     */
    protected final Throwable failWith(Throwable failure) {
        return fail(leaving(failure));
    }

    /** What leaves the generator when this leaves its body. */
    final Throwable leaving(Throwable failure) {
        return failure instanceof StopAsyncIteration stop ? stopped(stop) : failure;
    }

    private IllegalStateException stopped(StopAsyncIteration stop) {
        return new IllegalStateException(
                this + " threw StopAsyncIteration: a generator ends with return end()", stop);
    }

    @Override
    protected final void ended() {
        if (progress != AT_EMIT) {
            progress = FINISHED;
            release();
            if (watched) {
                watched = false;
                endWatch();
            }
        }
    }

    /** One step by hand: the body goes on with what is sent or thrown. */
    final @Nullable Object resume(
            Coroutine<?> awaiter, @Nullable Object sent, @Nullable Throwable thrown) {
        Object received = thrown == null ? sent : failing(thrown);
        Object early = begin(awaiter, received);
        if (early != null) {
            return early;
        }
        try {
            return leave(step(received));
        } catch (Throwable failure) {
            throw Woven.sneaky(fail(failure));
        }
    }

    @Override
    public final @Nullable Object awaitFrom(Coroutine<?> awaiter) {
        throw new IllegalStateException(
                this + " is a generator: iterate it with each, or await its next()");
    }

    @Override
    public final Coroutine<T> next() {
        return new GeneratorCall<>(this, null, null);
    }

    @Override
    public final Coroutine<T> send(@Nullable Object value) {
        return new GeneratorCall<>(this, value, null);
    }

    @Override
    public final Coroutine<T> throwInto(Throwable failure) {
        return new GeneratorCall<>(this, null, Objects.requireNonNull(failure, "failure"));
    }

    @Override
    public final Coroutine<@Nullable Void> closeAsync() {
        return new GeneratorClose(this);
    }

    /** Whether there is nothing to send it: it did not begin. */
    final boolean isFresh() {
        return progress == FRESH;
    }

    /** Ends one that did not begin. */
    final void endUnbegun() {
        progress = FINISHED;
        release();
    }

    final boolean isFinished() {
        return progress == FINISHED;
    }

    @Override
    protected final void leftOpenBy(Coroutine<?> stepper) {
        if (!watched && progress != FINISHED) {
            watched = watch(stepper);
        }
    }

    /** Begins the closing: throws {@link GeneratorExit} into the body. */
    final @Nullable Object closeFrom(Coroutine<?> awaiter) {
        requireNotRunning();
        closing = true;
        return resume(awaiter, null, new GeneratorExit());
    }

    @Override
    public String toString() {
        return "generator " + method();
    }
}
