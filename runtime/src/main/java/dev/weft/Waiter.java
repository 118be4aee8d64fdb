package dev.weft;

/** Who waits for a task or a promise, if it is not a task. */
interface Waiter {
    /** Called once, on the loop's thread, in the order of registration. It runs no user code. */
    void completed(Eventual<?> source);
}
