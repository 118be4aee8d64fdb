package dev.weft;

import org.jspecify.annotations.Nullable;

/** Makes what runs beside a task of what it was given to wait for. */
final class Children {
    private Children() {}

    /** A task or promise of the task's loop as it is; of anything else a new task. */
    static Eventual<?> of(Awaitable<?> awaitable, Task<?> task, Coroutine<?> awaiter) {
        if (awaitable instanceof Eventual<?> eventual) {
            return checked(eventual, task, awaiter);
        }
        Coroutine<?> coroutine =
                awaitable instanceof Coroutine<?> cold ? cold : new TailAwait<>(awaitable);
        return task.home().createTask(coroutine);
    }

    /** A task or promise that the task can wait for. */
    static Eventual<?> checked(Eventual<?> eventual, Task<?> task, Coroutine<?> awaiter) {
        if (eventual.home != task.home) {
            task.awaitForeign(eventual, awaiter);
        }
        if (eventual == task) {
            throw new IllegalStateException(task + " cannot await itself");
        }
        return eventual;
    }

    static void cancel(Eventual<?> child, @Nullable String message) {
        if (child instanceof Task<?> task) {
            task.home().cancelling.request(task, message);
        } else if (child instanceof Promise<?> promise) {
            promise.cancel(message);
        }
    }
}
