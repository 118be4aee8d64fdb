package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * What {@code await} takes: a {@link Coroutine}, {@link Task}, {@link Promise}, or a type of one's
 * own that stands for another awaitable.
 *
 * @param <T> what awaiting it gives
 */
public interface Awaitable<T extends @Nullable Object> {
    /**
     * Starts or joins this, for the code that the processor writes in place of an {@code await}. An
     * implementation of one's own calls the same method of the awaitable that it stands for, once,
     * and returns what that gives.
     *
     * @param awaiter the coroutine that awaits, running on this thread
     * @return the value, if it is there now, or a mark for having to wait; what failed is thrown as
     *     it is
     */
    @Nullable Object awaitFrom(Coroutine<?> awaiter);
}
