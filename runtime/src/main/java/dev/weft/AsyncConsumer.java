package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A {@link java.util.function.Consumer} that may await: a lambda that becomes one is async.
 *
 * @param <T> what it takes
 */
@FunctionalInterface
public interface AsyncConsumer<T extends @Nullable Object> {
    /**
     * Makes the coroutine that takes the value; nothing runs until it is awaited.
     *
     * @param value the value
     * @return a new coroutine
     * @throws Exception what the awaited body may throw
     */
    @Async
    Coroutine<@Nullable Void> accept(T value) throws Exception;
}
