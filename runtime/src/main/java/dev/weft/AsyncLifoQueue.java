package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A queue of which what was put last is got first. asyncio's {@code LifoQueue}.
 *
 * @param <T> the type of the items
 */
public final class AsyncLifoQueue<T extends @Nullable Object> extends AsyncQueue<T> {
    /**
     * Makes a queue.
     *
     * @param maxSize how many items it holds; {@link #UNBOUNDED}, or less than that, for any number
     */
    public AsyncLifoQueue(int maxSize) {
        super(maxSize, Buffer.lastInFirstOut());
    }
}
