package dev.weft;

import org.jspecify.annotations.Nullable;

/** A {@link Runnable} that may await: a lambda that becomes one is async. */
@FunctionalInterface
public interface AsyncRunnable {
    /**
     * Makes the coroutine that does the work; nothing runs until it is awaited.
     *
     * @return a new coroutine
     * @throws Exception what the awaited body may throw
     */
    @Async
    Coroutine<@Nullable Void> run() throws Exception;
}
