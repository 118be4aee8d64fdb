package dev.weft;

import dev.weft.loop.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Waits for some or all of several tasks, and leaves them as they are. */
final class WaitTasks<E extends Awaitable<?>> extends BuiltIn<WaitResult<E>> {
    private final Set<E> tasks;
    private final ReturnWhen when;
    private final @Nullable Duration timeout;
    private boolean begun;

    WaitTasks(Collection<? extends E> tasks, ReturnWhen when, @Nullable Duration timeout) {
        this.tasks = Collections.unmodifiableSet(new LinkedHashSet<>(tasks));
        this.when = Objects.requireNonNull(when, "when");
        this.timeout = timeout;
        if (this.tasks.isEmpty()) {
            throw new IllegalArgumentException("there is no task to wait for");
        }
        for (E task : this.tasks) {
            if (!(task instanceof Eventual<?>)) {
                throw new IllegalArgumentException(
                        task + " is neither a task nor a promise: make it a task with createTask");
            }
        }
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) {
        if (begun) {
            outcome(received);
        } else if (begin() == SUSPENDED) {
            return SUSPENDED;
        }
        Set<E> done = new LinkedHashSet<>();
        Set<E> pending = new LinkedHashSet<>();
        for (E task : tasks) {
            (((Eventual<?>) task).done() ? done : pending).add(task);
        }
        return new WaitResult<>(
                Collections.unmodifiableSet(done), Collections.unmodifiableSet(pending));
    }

    private @Nullable Object begin() {
        begun = true;
        Task<?> task = task();
        int open = 0;
        boolean enough = false;
        for (E each : tasks) {
            Eventual<?> awaited = Children.checked((Eventual<?>) each, task, this);
            open += awaited.done() ? 0 : 1;
            enough |= awaited.done() && ends(awaited, when);
        }
        if (enough || open == 0) {
            return null;
        }
        Wait wait = new Wait(task, open, when);
        for (E each : tasks) {
            Eventual<?> awaited = (Eventual<?>) each;
            if (!awaited.done()) {
                awaited.waiters = Waiters.add(awaited.waiters, wait);
            }
        }
        if (timeout != null) {
            wait.limit(Durations.nanos(timeout));
        }
        wait.tasks = tasks;
        return task.suspendOn(wait, this);
    }

    private static boolean ends(Eventual<?> done, ReturnWhen when) {
        return switch (when) {
            case FIRST_COMPLETED -> true;
            case FIRST_EXCEPTION -> done.state == Eventual.FAILED;
            case ALL_COMPLETED -> false;
        };
    }

    private static final class Wait implements Waiting, Waiter {
        private final Task<?> task;
        private final ReturnWhen when;
        private int open;
        private boolean over;
        private @Nullable Timer timer;
        private Set<? extends Awaitable<?>> tasks = Set.of();

        Wait(Task<?> task, int open, ReturnWhen when) {
            this.task = task;
            this.open = open;
            this.when = when;
        }

        void limit(long nanos) {
            EventLoop loop = task.home();
            timer =
                    new Timer() {
                        @Override
                        protected void fire() {
                            timer = null;
                            end(null);
                        }
                    };
            loop.driver.schedule(timer, loop.deadlineIn(Math.max(nanos, 0)));
        }

        @Override
        public void completed(Eventual<?> source) {
            open--;
            if (!over && (open == 0 || ends(source, when))) {
                end(null);
            }
        }

        @Override
        public boolean cancelWait(Task<?> cancelled) {
            end(new Thrown(cancelled.cancelledNow()));
            return true;
        }

        private void end(@Nullable Object received) {
            over = true;
            if (timer != null) {
                task.home().driver.cancel(timer);
                timer = null;
            }
            for (Awaitable<?> each : tasks) {
                Eventual<?> awaited = (Eventual<?>) each;
                if (!awaited.done()) {
                    awaited.waiters = Waiters.without(awaited.waiters, this);
                }
            }
            task.wake(this, received);
        }

        @Override
        public @Nullable Waiter leftBehind() {
            return over ? Waiters.NOBODY : null;
        }

        @Override
        public String toString() {
            return "wait for " + tasks.size() + " tasks";
        }
    }
}
