package dev.weft;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The tasks of a loop that are not done, linked through themselves. */
final class Tasks {
    /** Tasks that start eagerly within each other beyond this start in the next iteration. */
    private static final int DEEPEST = 50;

    private @Nullable Task<?> first;
    private @Nullable Task<?> last;
    private final AtomicInteger numbered = new AtomicInteger();
    private final EventLoop loop;

    /** Says when tasks start of which nothing else is said. */
    TaskFactory factory = TaskStart.LAZY;

    Tasks(EventLoop loop) {
        this.loop = loop;
    }

    /** Makes a task, which is not begun yet. */
    <T extends @Nullable Object> Task<T> make(
            Coroutine<T> coroutine, @Nullable String name, @Nullable Context context) {
        Task<T> task = new Task<>(loop, coroutine, name, context).claim();
        add(task);
        loop.reports.made(task);
        return task;
    }

    void begin(Task<?> task, TaskFactory factory) {
        TaskStart start = factory instanceof TaskStart same ? same : asked(factory, task);
        if (start == TaskStart.EAGER && loop.nesting < DEEPEST && loop.runsHere()) {
            task.runWithin();
        } else {
            loop.driver.execute(task);
        }
    }

    private TaskStart asked(TaskFactory factory, Task<?> task) {
        try {
            return Objects.requireNonNull(factory.start(task), "a TaskFactory gave null");
        } catch (Throwable failure) {
            loop.report(
                    new ExceptionContext(
                            "Exception in the task factory, asked of " + task,
                            failure,
                            task,
                            factory));
            return TaskStart.LAZY;
        }
    }

    /** Makes a task from any thread. */
    <T extends @Nullable Object> Task<T> createThreadsafe(
            Coroutine<T> coroutine, @Nullable String name) {
        Context context = CurrentContext.copyFor(loop);
        Task<T> task = new Task<>(loop, coroutine, name, context).claim();
        loop.reports.made(task);
        loop.handOver(
                () -> {
                    add(task);
                    begin(task, factory);
                });
        return task;
    }

    /** Runs a hot method's body in a task of its own, here and now to its first suspension. */
    <T extends @Nullable Object> TaskFuture<T> startHot(Coroutine<T> body) {
        Task<T> task = make(body, null, CurrentContext.copyFor(loop));
        TaskFuture<T> future = TaskFuture.of(task);
        task.runWithin();
        return future;
    }

    /** From any thread. */
    int nextNumber() {
        return numbered.incrementAndGet();
    }

    void add(Task<?> task) {
        Task<?> before = last;
        task.previous = before;
        if (before == null) {
            first = task;
        } else {
            before.next = task;
        }
        last = task;
    }

    void remove(Task<?> task) {
        Task<?> before = task.previous;
        Task<?> after = task.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        task.previous = null;
        task.next = null;
    }

    Set<Task<?>> copy() {
        Set<Task<?>> tasks = new LinkedHashSet<>();
        for (Task<?> task = first; task != null; task = task.next) {
            tasks.add(task);
        }
        return tasks;
    }
}
