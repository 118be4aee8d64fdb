package dev.weft;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Work that an executor does for a promise. */
final class ExecutorCall<T extends @Nullable Object> {
    private final Promise<T> promise;
    private final Callable<? extends T> work;

    ExecutorCall(EventLoop loop, Callable<? extends T> work) {
        this.promise = new Promise<>(loop);
        Context context = CurrentContext.copyFor(loop);
        this.work = context == null ? work : () -> context.call(work);
    }

    Promise<T> start(Executor executor) {
        EventLoop loop = promise.home();
        loop.driver.hold();
        boolean accepted = false;
        try {
            executor.execute(this::workInThread);
            accepted = true;
        } finally {
            if (!accepted) {
                loop.driver.release();
            }
        }
        return promise;
    }

    private void workInThread() {
        EventLoop loop = promise.home();
        try {
            // Read without care: a cancel that this thread does not see yet comes too late.
            if (!promise.done()) {
                T result = work.call();
                loop.handOver(() -> end(Eventual.SUCCEEDED, result));
            }
        } catch (Throwable failure) {
            loop.handOver(() -> end(Eventual.FAILED, new Thrown(Stages.notOurs(failure))));
        } finally {
            loop.driver.release();
        }
    }

    private void end(byte state, @Nullable Object value) {
        if (!promise.done()) {
            promise.end(state, value);
        }
    }
}
