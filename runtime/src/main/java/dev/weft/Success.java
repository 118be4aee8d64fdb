package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of what ended with a result.
 *
 * @param <T> the type of the result
 * @param value the result
 */
public record Success<T extends @Nullable Object>(T value) implements Outcome<T> {
    @Override
    public T get() {
        return value;
    }
}
