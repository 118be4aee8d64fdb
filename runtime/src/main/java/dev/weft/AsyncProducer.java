package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * Makes generators: a lambda that becomes one may {@code emit} and {@code await}.
 *
 * @param <T> the type of the elements
 */
@FunctionalInterface
public interface AsyncProducer<T extends @Nullable Object> {
    /**
     * Makes a generator; nothing runs until it is asked for an element.
     *
     * @return a new generator
     * @throws Exception what the generator may throw
     */
    @Async
    AsyncGenerator<T> generate() throws Exception;
}
