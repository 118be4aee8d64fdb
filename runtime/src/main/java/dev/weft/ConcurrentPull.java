package dev.weft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An iterator whose elements come from tasks of its own. They begin when it is asked for its first
 * element, and all have ended when it has.
 */
abstract class ConcurrentPull<T extends @Nullable Object> extends Pull<T> implements Waiter {
    /** What {@link #poll} gives that has nothing yet. */
    static final Object NOTHING = new Object();

    private static final int WAITING = 1;

    private final Signal changed = new Signal();
    private final Map<Task<?>, Coroutine<?>> alive = new LinkedHashMap<>();

    /** Failed in closing their sources when they were stopped, while it goes on. */
    private final List<Task<?>> failedStops = new ArrayList<>(0);

    private boolean begun;

    /** Starts the first tasks. */
    abstract void begin();

    /** The next element, {@link #END}, or {@link #NOTHING}; a failure is thrown. */
    abstract @Nullable Object poll() throws Exception;

    /** One of the tasks ended, one way or the other; with what it ran. */
    abstract void ended(Task<?> task, @Nullable Coroutine<?> ran);

    /** What to close if the tasks were never started. */
    abstract AsyncCloseable sources();

    @Override
    final boolean needsLoop() {
        return true;
    }

    @Override
    final @Nullable Object advance(@Nullable Object received) throws Exception {
        if (!begun) {
            begun = true;
            begin();
        } else if (at == WAITING) {
            outcome(received);
        }
        Object element = poll();
        while (element == NOTHING) {
            at = WAITING;
            if (changed.await(running().home(), this) == SUSPENDED) {
                return SUSPENDED;
            }
            element = poll();
        }
        return element;
    }

    /** Says that there may be an element now. */
    final void changed() {
        changed.fire();
    }

    /** Starts one of the tasks, which is cancelled, or stopped if it is a {@link Pump}. */
    final Task<?> start(Coroutine<?> coroutine) {
        Task<?> task = running().home().createTask(coroutine);
        alive.put(task, coroutine);
        if (task.done()) {
            completed(task);
        } else {
            task.waiters = Waiters.add(task.waiters, this);
        }
        return task;
    }

    @Override
    public final void completed(Eventual<?> source) {
        source.observed();
        Task<?> task = (Task<?>) source;
        Coroutine<?> ran = alive.remove(task);
        if (task.state == Eventual.FAILED && ran instanceof Pump pump && pump.isStopped()) {
            failedStops.add(task);
        }
        ended(task, ran);
        changed();
    }

    @Override
    final AsyncCloseable held() {
        return begun ? () -> new Ending(this) : sources();
    }

    /** Ends the tasks, and waits for them. */
    private static final class Ending extends Coroutine<@Nullable Void> {
        private final ConcurrentPull<?> pull;
        private @Nullable List<Task<?>> ending;

        Ending(ConcurrentPull<?> pull) {
            this.pull = pull;
        }

        @Override
        protected @Nullable Object step(@Nullable Object received) {
            Object result = ending == null ? begin() : outcome(received);
            return result == SUSPENDED ? SUSPENDED : result();
        }

        private @Nullable Object begin() {
            List<Task<?>> tasks = new ArrayList<>(pull.alive.keySet());
            ending = tasks;
            for (Task<?> task : tasks) {
                if (pull.alive.get(task) instanceof Pump pump) {
                    pump.stop();
                } else {
                    task.cancel();
                }
            }
            return Weft.gatherOutcomes(tasks).awaitFrom(this);
        }

        private @Nullable Object result() {
            Throwable first = null;
            ending.removeAll(pull.failedStops);
            ending.addAll(pull.failedStops);
            for (Task<?> task : ending) {
                if (task.state != Eventual.FAILED) {
                    continue;
                }
                Throwable failure = task.exception();
                if (first == null) {
                    first = failure;
                } else if (failure != first) {
                    first.addSuppressed(failure);
                }
            }
            if (first != null) {
                throw Sneaky.rethrow(first);
            }
            return null;
        }
    }
}
