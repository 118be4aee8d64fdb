package dev.weft;

import org.jspecify.annotations.Nullable;

/** One element of an iterator of ours, for who steps it by hand. */
final class NextByHand<T extends @Nullable Object> extends Coroutine<T> {
    private final AsyncIterator<T> iterator;
    private boolean asked;

    NextByHand(AsyncIterator<T> iterator) {
        this.iterator = iterator;
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) {
        Object element = asked ? outcome(received) : ask();
        if (element == END) {
            throw new StopAsyncIteration();
        }
        return element;
    }

    private @Nullable Object ask() {
        asked = true;
        if (iterator instanceof Coroutine<?> piecewise) {
            piecewise.leftOpenBy(this);
        }
        return iterator.nextFrom(this);
    }
}
