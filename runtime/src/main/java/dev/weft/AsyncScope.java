package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A resource that sees the exception that leaves its block, and says what leaves in its place: a
 * task group, a time limit. Python's asynchronous context manager, whose {@code __aexit__} this is.
 */
public interface AsyncScope extends AsyncCloseable {
    /**
     * Ends the block.
     *
     * @param failure what leaves the block; null if it ended well, by {@code return}, {@code break}
     *     and {@code continue} as well
     * @return a coroutine that gives what is thrown behind the block: {@code failure} itself,
     *     another one, or null for nothing. What the coroutine throws is added to {@code failure}
     *     as suppressed, or thrown if there is none; a {@link CancelledError} is thrown in any case
     * @throws Exception what the awaited end may throw
     */
    @Async
    Coroutine<@Nullable Throwable> exit(@Nullable Throwable failure) throws Exception;

    /**
     * Ends the block as if it had ended well.
     *
     * @return a coroutine that throws what {@link #exit} says
     */
    @Override
    default Coroutine<@Nullable Void> closeAsync() {
        return new ScopeEnd(this);
    }
}
