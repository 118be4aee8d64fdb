package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * What an {@link ExceptionHandler} is told of.
 *
 * @param message what happened, in a sentence
 * @param exception the exception; null if there is none
 * @param task the task that it concerns; null if none, or if it was collected already
 * @param callback what failed, if it was a callback; null otherwise
 */
public record ExceptionContext(
        String message,
        @Nullable Throwable exception,
        @Nullable Task<?> task,
        @Nullable Object callback) {}
