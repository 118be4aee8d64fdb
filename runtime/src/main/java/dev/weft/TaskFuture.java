package dev.weft;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A future that ends as a task, promise or hot method does. Cancelling it cancels that, and it is
 * done only when that is: whoever waits for it sees the clean-up through.
 */
final class TaskFuture<T extends @Nullable Object> extends CompletableFuture<T> implements Waiter {
    /** What a cancel goes to; set before the future is handed out. */
    private Runnable canceller = () -> {};

    static <T extends @Nullable Object> TaskFuture<T> of(Task<T> task) {
        TaskFuture<T> future = new TaskFuture<>();
        future.canceller = task::cancel;
        future.begin(task);
        return future;
    }

    static <T extends @Nullable Object> TaskFuture<T> of(Promise<T> promise) {
        TaskFuture<T> future = new TaskFuture<>();
        future.canceller = promise::cancel;
        future.begin(promise);
        return future;
    }

    /** One for something that completes it by itself. */
    static <T extends @Nullable Object> TaskFuture<T> cancelledBy(Runnable canceller) {
        TaskFuture<T> future = new TaskFuture<>();
        future.canceller = canceller;
        return future;
    }

    private void begin(Eventual<T> source) {
        EventLoop loop = source.home();
        if (loop.runsHere()) {
            follow(source);
            return;
        }
        if (!loop.doneWhileIdle(() -> follow(source))) {
            loop.handOver(() -> follow(source));
        }
        if (!isDone()) {
            // Whoever made the loop may still close it without ever running it.
            loop.followedFromOutside(this);
        }
    }

    /** Fails, as nothing else will end this any more. */
    void loopClosed() {
        completeExceptionally(
                new IllegalStateException("the event loop was closed before this was done"));
    }

    /** Ends as the source does. On the loop's thread. */
    private void follow(Eventual<T> source) {
        if (source.done()) {
            completed(source);
        } else {
            source.waiters = Waiters.add(source.waiters, this);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public void completed(Eventual<?> source) {
        Object outcome = source.outcomeFor(null);
        if (outcome instanceof Thrown thrown) {
            completeExceptionally(thrown.error);
        } else {
            complete((T) outcome);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (isDone()) {
            return isCancelled();
        }
        canceller.run();
        return true;
    }
}
