package dev.weft;

/** When a task takes its first step. */
public enum TaskStart implements TaskFactory {
    /** In the loop's next iteration; so it is unless something else is asked for. */
    LAZY,

    /**
     * At once, within {@code createTask}, to its first suspension. A task that never suspends is
     * done when {@code createTask} returns; a failure is kept in it and not thrown there. Where the
     * loop does not run, or tasks have started each other within each other very deeply, it is as
     * {@link #LAZY}. asyncio's {@code eager_start}.
     */
    EAGER;

    /** The same for every task. */
    @Override
    public TaskStart start(Task<?> task) {
        return this;
    }
}
