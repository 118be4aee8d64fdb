package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An iterator that somebody else closes. */
final class Borrowed<T extends @Nullable Object> implements AsyncIterable<T>, AsyncIterator<T> {
    private final AsyncIterator<T> owned;

    Borrowed(AsyncIterator<T> owned) {
        this.owned = Objects.requireNonNull(owned, "the borrowed iterator is null");
    }

    @Override
    public AsyncIterator<T> iterator() {
        return this;
    }

    @Override
    public Coroutine<T> next() throws Exception {
        return owned.next();
    }

    @Override
    public @Nullable Object nextFrom(Coroutine<?> awaiter) {
        if (owned instanceof Coroutine<?> piecewise) {
            piecewise.leftOpenBy(awaiter);
        }
        return owned.nextFrom(awaiter);
    }

    @Override
    public Coroutine<@Nullable Void> closeAsync() {
        return Weft.done();
    }

    @Override
    public String toString() {
        return "borrowed " + owned;
    }
}
