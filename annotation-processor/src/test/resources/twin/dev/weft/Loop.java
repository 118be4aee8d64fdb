package dev.weft;

import java.util.Iterator;
import java.util.Objects;

/** What stands in for {@code each}: the twin's loops say when they are left. */
public final class Loop<T> implements Iterable<T>, Iterator<T> {

    private final AsyncIterator<? extends T> iterator;
    private boolean exhausted;
    private T next;

    private Loop(AsyncIterator<? extends T> iterator) {
        this.iterator = Objects.requireNonNull(iterator, "iterator() gave null");
    }

    public static <T> Loop<T> over(AsyncIterable<? extends T> source) {
        return new Loop<T>(source.iterator());
    }

    /** The loop is left, and not by a failure. */
    public void leave() {
        try {
            if (!exhausted) Weft.await(iterator.closeAsync());
        } catch (Exception e) {
            throw Weft.sneak(e);
        }
    }

    /** A failure leaves the loop. */
    public void leave(Throwable failure) {
        try {
            leave();
        } catch (Throwable suppressed) {
            if (suppressed != failure) failure.addSuppressed(suppressed);
        }
    }

    @Override
    public Iterator<T> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        try {
            next = Weft.await(iterator.next());
            return true;
        } catch (StopAsyncIteration end) {
            exhausted = true;
            return false;
        } catch (Exception e) {
            throw Weft.sneak(e);
        }
    }

    @Override
    public T next() {
        return next;
    }
}
