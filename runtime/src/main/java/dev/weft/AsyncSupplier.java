package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A {@link java.util.function.Supplier} that may await: a lambda that becomes one is async.
 *
 * @param <T> what it supplies
 */
@FunctionalInterface
public interface AsyncSupplier<T extends @Nullable Object> {
    /**
     * Makes the coroutine that supplies the value; nothing runs until it is awaited.
     *
     * @return a new coroutine
     * @throws Exception what the awaited body may throw
     */
    @Async
    Coroutine<T> get() throws Exception;
}
