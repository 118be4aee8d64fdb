package dev.weft;

import org.jspecify.annotations.Nullable;

/** Who waits for a task or a promise, if it is not a task. */
interface Waiter {
    /** Called once, on the loop's thread, in the order of registration. It runs no user code. */
    void completed(Eventual<?> source);

    /**
     * What takes its place once it does not wait any more: the same for all of a kind.
     *
     * @return null while it waits
     */
    default @Nullable Waiter leftBehind() {
        return null;
    }
}
