package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The next element of an iterator of somebody's own, or {@link #END}. */
final class NextElement extends Coroutine<@Nullable Object> {
    private @Nullable AsyncIterator<?> iterator;

    NextElement(AsyncIterator<?> iterator) {
        this.iterator = iterator;
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) throws Exception {
        AsyncIterator<?> iterator = this.iterator;
        this.iterator = null;
        try {
            return iterator == null ? outcome(received) : begin(iterator).awaitFrom(this);
        } catch (StopAsyncIteration end) {
            return END;
        }
    }

    private static Coroutine<?> begin(AsyncIterator<?> iterator) throws Exception {
        return Objects.requireNonNull(iterator.next(), "next returns a coroutine, never null");
    }
}
