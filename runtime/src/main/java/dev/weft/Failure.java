package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of what ended with an exception. What was cancelled is a failure whose exception is a
 * {@link java.util.concurrent.CancellationException}.
 *
 * @param <T> the type of the result that there would have been
 * @param exception what it failed with
 */
public record Failure<T extends @Nullable Object>(Throwable exception) implements Outcome<T> {
    @Override
    public T get() {
        throw Sneaky.rethrow(exception);
    }
}
