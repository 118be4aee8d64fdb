package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * Gives elements one after the other, each when it is asked for. Python's asynchronous iterator.
 *
 * @param <T> the type of the elements
 */
public interface AsyncIterator<T extends @Nullable Object> extends AsyncCloseable {
    /**
     * The next element. Python's {@code __anext__}.
     *
     * @return a coroutine that gives it, or throws {@link StopAsyncIteration} if there are no more
     * @throws Exception what getting it may throw
     */
    @Async
    Coroutine<T> next() throws Exception;

    /**
     * Ends the iteration before its end; after it there is nothing to do.
     *
     * @return a coroutine that ends when what the iterator holds is closed
     */
    @Override
    default Coroutine<@Nullable Void> closeAsync() throws Exception {
        return Weft.done();
    }

    /**
     * The next element, for the code that the processor writes in place of a loop over {@code
     * each}. What one writes oneself inherits this.
     *
     * @param awaiter the coroutine that awaits, running on this thread
     * @return the element, or marks for having to wait and for the end; what failed is thrown as it
     *     is
     */
    default @Nullable Object nextFrom(Coroutine<?> awaiter) {
        return new NextElement(this).awaitFrom(awaiter);
    }
}
