package dev.weft.stress;

import dev.weft.EventLoop;
import dev.weft.Task;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What the races have in common. */
final class Loops {
    /** How long a loop is given that should have been woken long before. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private Loops() {}

    /** Runs a loop, in the thread that it belongs to or will belong to, until all is settled. */
    static void settle(EventLoop loop) {
        for (int i = 0; i < 6; i++) {
            loop.stopThreadsafe();
            loop.runForever();
        }
    }

    /** Runs a loop until somebody stops it, or for too long. */
    static void runUntilStopped(EventLoop loop) {
        loop.callSoonThreadsafe(() -> loop.callLater(PATIENCE, loop::stop));
        loop.runForever();
    }

    /** Runs a loop until a task is done, or for too long. */
    static void runUntilDone(EventLoop loop, Task<?> task) {
        loop.callSoonThreadsafe(() -> task.addDoneCallback(done -> loop.stop()));
        runUntilStopped(loop);
    }

    /** 1 for a result, 2 for a cancellation, 3 for another failure, 0 for nothing yet. */
    static int end(CompletableFuture<?> future) {
        if (!future.isDone()) {
            return 0;
        }
        if (future.isCancelled()) {
            return 2;
        }
        return future.isCompletedExceptionally() ? 3 : 1;
    }

    /** As {@link #end(CompletableFuture)}. */
    static int end(Task<?> task) {
        if (!task.done()) {
            return 0;
        }
        if (task.cancelled()) {
            return 2;
        }
        return task.exception() == null ? 1 : 3;
    }
}
