package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A {@link java.util.function.Function} that may await: a lambda that becomes one is async.
 *
 * @param <T> what it takes
 * @param <R> what it gives
 */
@FunctionalInterface
public interface AsyncFunction<T extends @Nullable Object, R extends @Nullable Object> {
    /**
     * Makes the coroutine that computes the result; nothing runs until it is awaited.
     *
     * @param value the argument
     * @return a new coroutine
     * @throws Exception what the awaited body may throw
     */
    @Async
    Coroutine<R> apply(T value) throws Exception;
}
