package dev.weft;

import org.jspecify.annotations.Nullable;

/** A built-in coroutine that suspends once at most, and its awaiter with it: it leaves no frame. */
abstract class Leaf<T extends @Nullable Object> extends BuiltIn<T> {
    /** Only looked at where this is the root of a task, and awaits in its own place. */
    private boolean begun;

    /** Gives the value, or arranges for the task to be woken and gives {@link #SUSPENDED}. */
    abstract @Nullable Object begin(Task<?> task, Coroutine<?> awaiter);

    @Override
    final @Nullable Object awaitIn(Task<?> task, Coroutine<?> awaiter) {
        startIn(task);
        return begin(task, awaiter);
    }

    @Override
    protected final @Nullable Object step(@Nullable Object received) {
        if (begun) {
            return outcome(received);
        }
        begun = true;
        return begin(task(), this);
    }
}
