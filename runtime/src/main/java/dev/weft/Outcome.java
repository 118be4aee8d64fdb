package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * How something ended, as a value: a {@link Success} or a {@link Failure}.
 *
 * @param <T> the type of the result
 */
public sealed interface Outcome<T extends @Nullable Object> permits Success, Failure {
    /**
     * The result, or the failure thrown.
     *
     * @return the result of a success; a failure's exception is thrown as it is, checked or not
     */
    T get();
}
