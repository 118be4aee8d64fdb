package dev.weft;

/** What a suspended task waits for, if that is neither a task nor a promise. */
interface Waiting {
    /**
     * Asked by the task that it be woken with a cancellation, now or when what it waits for ended.
     *
     * @return false if the task is due to resume with a value all the same, so that the cancel has
     *     to wait for its next suspension
     */
    boolean cancelWait(Task<?> task);
}
