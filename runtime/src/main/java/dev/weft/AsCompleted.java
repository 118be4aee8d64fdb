package dev.weft;

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
    private int running;

    AsCompleted(Collection<? extends Awaitable<?>> awaitables) {
        this.awaitables = new LinkedHashSet<>(List.copyOf(awaitables));
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
        protected @Nullable Object step() {
            if (waiting) {
                received();
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
            if (source.changed.isAwaited()) {
                throw new IllegalStateException(
                        source + " is awaited already: an iterator serves one who iterates");
            }
            return source.changed.await(task().home(), this);
        }
    }
}
