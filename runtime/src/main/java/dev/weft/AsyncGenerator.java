package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * What an {@code @Async} method gives that emits elements.
 *
 * <pre>{@code
 * @Async
 * AsyncGenerator<Page> pages(URI first) {
 *     for (URI next = first; next != null; ) {
 *         Page page = await(fetch(next));
 *         emit(page);
 *         next = page.next();
 *     }
 *     return end();
 * }
 * }</pre>
 *
 * <p>Nothing runs until the first element is asked for, and the body runs no further than to the
 * {@code emit} of the element that was asked for. A generator runs once, for one who iterates:
 * asking for an element, or closing, while somebody waits for an element is an {@link
 * IllegalStateException}; between two elements it may go from one task to another. A loop over
 * {@code each} closes it when the loop is left early; whoever steps it by hand closes it in a
 * try-with-resources; those still open when the run ends are closed by the loop. asyncio's
 * asynchronous generator.
 *
 * @param <T> the type of the elements
 */
public interface AsyncGenerator<T extends @Nullable Object>
        extends AsyncIterable<T>, AsyncIterator<T> {
    /** This, which iterates itself. */
    @Override
    default AsyncIterator<T> iterator() {
        return this;
    }

    /**
     * Runs to the next {@code emit}.
     *
     * @return a coroutine that gives the element, or throws {@link StopAsyncIteration}
     */
    @Override
    Coroutine<T> next();

    /**
     * As {@link #next}, and the {@code emit} where the generator is suspended gives {@code value}.
     * Python's {@code asend}.
     *
     * @param value what to send; null before the generator's first {@code emit}
     * @return a coroutine that gives the next element, or throws {@link StopAsyncIteration}
     */
    Coroutine<T> send(@Nullable Object value);

    /**
     * As {@link #next}, and the {@code emit} where the generator is suspended throws {@code
     * failure}. One that did not begin is ended by it, and one that has ended throws it too.
     * Python's {@code athrow}.
     *
     * @param failure what to throw
     * @return a coroutine that gives the next element, or throws {@link StopAsyncIteration}, or
     *     what leaves the generator
     */
    Coroutine<T> throwInto(Throwable failure);

    /**
     * Throws {@link GeneratorExit} where the generator is suspended and waits until it has ended.
     * On one that never ran or has ended this does nothing. Python's {@code aclose}.
     *
     * @return a coroutine that ends when the generator has, and throws what leaves it; an {@link
     *     IllegalStateException} if it emits instead of ending, and counts as closed all the same
     */
    @Override
    Coroutine<@Nullable Void> closeAsync();
}
