package dev.weft;

import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What {@code for (var x : each(source))} runs over: an iterable whose elements may have to be
 * waited for. asyncio's asynchronous iterable.
 *
 * @param <T> the type of the elements
 */
@FunctionalInterface
public interface AsyncIterable<T extends @Nullable Object> {
    /**
     * Begins an iteration. Python's {@code __aiter__}.
     *
     * @return an iterator, for one who iterates; nothing runs until it is asked for an element
     */
    AsyncIterator<T> iterator();

    /**
     * The elements that are published.
     *
     * @param publisher who publishes them
     * @param <T> the type of the elements
     * @return an iterable; each iteration subscribes anew
     */
    static <T extends @Nullable Object> AsyncIterable<T> fromPublisher(
            Flow.Publisher<? extends T> publisher) {
        throw new UnsupportedOperationException();
    }
}
