package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A {@link java.util.function.BiFunction} that may await: a lambda that becomes one is async.
 *
 * @param <T> what it takes first
 * @param <U> what it takes second
 * @param <R> what it gives
 */
@FunctionalInterface
public interface AsyncBiFunction<
        T extends @Nullable Object, U extends @Nullable Object, R extends @Nullable Object> {
    /**
     * Makes the coroutine that computes the result; nothing runs until it is awaited.
     *
     * @param first the first argument
     * @param second the second argument
     * @return a new coroutine
     * @throws Exception what the awaited body may throw
     */
    @Async
    Coroutine<R> apply(T first, U second) throws Exception;
}
