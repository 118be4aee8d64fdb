package dev.weft;

import org.jspecify.annotations.Nullable;

/** Runs. */
public final class Runner implements AutoCloseable {
    private final EventLoop loop = EventLoop.create();

    /** Makes a runner. */
    public Runner() {}

    /**
     * Runs.
     *
     * @param main what to run
     * @param <T> the type of the result
     * @return its result
     */
    public <T extends @Nullable Object> T run(Awaitable<T> main) {
        return loop.runUntilComplete(main);
    }

    static void runEntryPoint(Coroutine<?> body) {
        Weft.run(body);
    }

    @Override
    public void close() {
        loop.close();
    }
}
