package dev.weft;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The executor that a loop uses unless it is given another. For the loop's thread only. */
final class DefaultExecutor {
    private @Nullable ExecutorService executor;
    private boolean shutdown;

    void set(ExecutorService executor) {
        this.executor = executor;
    }

    Executor get() {
        if (shutdown) {
            throw new IllegalStateException("the loop's default executor was shut down");
        }
        ExecutorService executor = this.executor;
        if (executor == null) {
            executor = Workers.open();
            this.executor = executor;
        }
        return executor;
    }

    /** Takes no more work, and gives what waits for the work under way to end. */
    Coroutine<Boolean> shutdown(Duration timeout) {
        shutdown = true;
        ExecutorService executor = this.executor;
        if (executor == null) {
            return Weft.done(true);
        }
        executor.shutdown();
        if (executor.isTerminated()) {
            return Weft.done(true);
        }
        return new ThreadCall<>(
                () -> executor.awaitTermination(Durations.nanos(timeout), TimeUnit.NANOSECONDS),
                loop -> work -> Workers.daemon(work).start());
    }

    void close() {
        shutdown = true;
        if (executor != null) {
            executor.shutdown();
        }
    }
}
