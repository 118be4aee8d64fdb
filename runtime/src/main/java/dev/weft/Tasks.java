package dev.weft;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The tasks of a loop that are not done, linked through themselves. */
final class Tasks {
    private @Nullable Task<?> first;
    private @Nullable Task<?> last;
    private final AtomicInteger numbered = new AtomicInteger();

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
