package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A coroutine of ours that needs a loop: awaited by a hot method on no loop, it runs on another.
 */
abstract class BuiltIn<T extends @Nullable Object> extends Coroutine<T> {
    @Override
    public @Nullable Object awaitFrom(Coroutine<?> awaiter) {
        Execution<?> execution = awaiter.running();
        Task<?> task = execution.asTask();
        return task == null ? execution.awaitElsewhere(this, awaiter) : awaitIn(task, awaiter);
    }

    @Nullable Object awaitIn(Task<?> task, Coroutine<?> awaiter) {
        return super.awaitFrom(awaiter);
    }

    /** The task that this runs in; it runs in nothing else. */
    final Task<?> task() {
        return (Task<?>) running();
    }
}
