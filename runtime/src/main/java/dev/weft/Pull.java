package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * An iterator of ours over others. It is entered anew for each element, within whoever asks for it,
 * as a generator is: so a step makes no object.
 */
abstract class Pull<T extends @Nullable Object> extends Coroutine<T> implements AsyncIterator<T> {
    /** What {@link #advance} gives that ends before its sources do. */
    static final Object STOP = new Object();

    /** A value of {@link #at}: it stopped, and waits until its sources are closed. */
    private static final int STOPPING = -1;

    /** A value of {@link #at}: it failed, and waits until its sources are closed. */
    private static final int FAILING = -2;

    /** Where it goes on when what it awaits is there; 0 at the beginning of an element. */
    int at;

    /** It ended or was closed: there are no more elements. */
    private boolean over;

    /** Whether the loop knows it, to close it if it is still open at the end. */
    private boolean watched;

    /**
     * Goes on to the next element.
     *
     * @param received what the last suspension led to, for {@link #outcome}
     * @return the element, {@link #END}, {@link #STOP}, or {@link #SUSPENDED} with {@link #at} set
     *     to something above zero
     */
    abstract @Nullable Object advance(@Nullable Object received) throws Exception;

    /** What there is to close. */
    abstract AsyncCloseable held();

    /** Whether it runs on a loop only: a hot method on none has it stepped by a task elsewhere. */
    boolean needsLoop() {
        return false;
    }

    @Override
    public final @Nullable Object nextFrom(Coroutine<?> awaiter) {
        if (needsLoop() && awaiter.running().asTask() == null) {
            return awaiter.running().awaitElsewhere(new NextElement(this), awaiter);
        }
        requireIdle();
        if (over) {
            return END;
        }
        at = 0;
        if (!enterAgain(awaiter, null)) {
            return SUSPENDED;
        }
        try {
            return leave(step(null));
        } catch (Throwable failure) {
            throw Sneaky.rethrow(fail(failure));
        }
    }

    private void requireIdle() {
        if (isAwaited()) {
            throw new IllegalStateException(
                    this + " is running already: an iterator serves one who iterates at a time");
        }
    }

    @Override
    protected final @Nullable Object step(@Nullable Object received) throws Exception {
        if (at < 0) {
            return at == STOPPING ? stopped(outcome(received)) : failed(outcome(received));
        }
        Object element;
        try {
            element = advance(received);
        } catch (Throwable failure) {
            over = true;
            at = FAILING;
            return failed(awaitClose(held(), failure, this));
        }
        if (element == STOP) {
            over = true;
            at = STOPPING;
            return stopped(held().closeAsync().awaitFrom(this));
        }
        over |= element == END;
        return element;
    }

    private static Object stopped(@Nullable Object closed) {
        return closed == SUSPENDED ? SUSPENDED : END;
    }

    private static Object failed(@Nullable Object leaving) {
        if (leaving instanceof Throwable failure) {
            throw Sneaky.rethrow(failure);
        }
        return SUSPENDED;
    }

    @Override
    protected final void ended() {
        if (over && watched) {
            watched = false;
            endWatch();
        }
    }

    @Override
    public final Coroutine<T> next() {
        return new NextByHand<>(this);
    }

    @Override
    public final Coroutine<@Nullable Void> closeAsync() {
        return new PullClose(this);
    }

    /** Begins to close it, for {@link PullClose}. */
    final @Nullable Object closeFrom(Coroutine<?> awaiter) throws Exception {
        requireIdle();
        if (over) {
            return null;
        }
        over = true;
        ended();
        return held().closeAsync().awaitFrom(awaiter);
    }

    @Override
    protected final void leftOpenBy(Coroutine<?> stepper) {
        if (!watched && !over) {
            watched = watch(stepper);
        }
    }

    @Override
    public String toString() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + " iterator";
    }
}
