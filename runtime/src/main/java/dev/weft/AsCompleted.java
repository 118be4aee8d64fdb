package dev.weft;

import dev.weft.loop.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives tasks in the order in which they end. One who leaves early may come back. */
final class AsCompleted<T extends @Nullable Object>
        implements AsyncIterable<Task<T>>, AsyncIterator<Task<T>>, Waiter {
    /** What the tasks are made of; null once they are. */
    private @Nullable Set<Awaitable<?>> awaitables;

    private final Queue<Task<?>> ended = new ArrayDeque<>();
    private final Signal changed = new Signal();
    private final @Nullable Duration timeout;
    private int running;

    /** Runs from the first question to the last task's end; null without a timeout. */
    private @Nullable Timer limit;

    private boolean timeIsOver;

    AsCompleted(Collection<? extends Awaitable<?>> awaitables, @Nullable Duration timeout) {
        this.awaitables = new LinkedHashSet<>(List.copyOf(awaitables));
        this.timeout = timeout;
    }

    @Override
    public AsyncIterator<Task<T>> iterator() {
        return this;
    }

    @Override
    public Coroutine<Task<T>> next() {
        return new Next<>(this);
    }

    @Override
    public void completed(Eventual<?> source) {
        running--;
        ended.add((Task<?>) source);
        if (running == 0 && limit != null) {
            source.home().driver.cancel(limit);
            limit = null;
        }
        changed.fire();
    }

    private void begin(Set<Awaitable<?>> awaitables, Task<?> task, Coroutine<?> awaiter) {
        this.awaitables = null;
        for (Awaitable<?> awaitable : awaitables) {
            Eventual<?> one = Children.of(awaitable, task, awaiter);
            Task<?> child =
                    one instanceof Task<?> given
                            ? given
                            : task.home().createTask(new TailAwait<>(awaitable));
            running++;
            if (child.done()) {
                completed(child);
            } else {
                child.waiters = Waiters.add(child.waiters, this);
            }
        }
        if (timeout != null && running > 0) {
            startLimit(Math.max(0, Durations.nanos(timeout)), task.home());
        }
    }

    private void startLimit(long nanos, EventLoop loop) {
        limit =
                new Timer() {
                    @Override
                    protected void fire() {
                        limit = null;
                        timeIsOver = true;
                        changed.fire();
                    }
                };
        loop.driver.schedule(limit, loop.deadlineIn(nanos));
    }

    private AsyncTimeoutException timedOut() {
        return new AsyncTimeoutException(
                running + " of the tasks took longer than " + timeout, null);
    }

    @Override
    public String toString() {
        return "asCompleted iterator";
    }

    /** Waits for the next task that ends. */
    private static final class Next<T extends @Nullable Object> extends BuiltIn<Task<T>> {
        private final AsCompleted<T> source;
        private boolean waiting;

        Next(AsCompleted<T> source) {
            this.source = source;
        }

        @Override
        protected @Nullable Object step(@Nullable Object received) {
            if (waiting) {
                outcome(received);
            } else if (source.awaitables != null) {
                source.begin(source.awaitables, task(), this);
            }
            waiting = true;
            Task<?> next = source.ended.poll();
            if (next != null) {
                return next;
            }
            if (source.running == 0) {
                throw new StopAsyncIteration();
            }
            if (source.timeIsOver) {
                throw source.timedOut();
            }
            if (source.changed.isAwaited()) {
                throw new IllegalStateException(
                        source + " is awaited already: an iterator serves one who iterates");
            }
            return source.changed.await(task().home(), this);
        }
    }
}
