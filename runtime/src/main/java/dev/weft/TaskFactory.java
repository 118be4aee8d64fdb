package dev.weft;

/**
 * Sees each task of a loop as it is made, and says when it starts. {@link TaskStart#LAZY} and
 * {@link TaskStart#EAGER} are factories that say the same of all; one's own may count tasks, watch
 * their ends, or start only some of them at once. asyncio's task factory, but for making the task.
 */
@FunctionalInterface
public interface TaskFactory {
    /**
     * Says when a task starts that was just made, unless who made it has said so. Called on the
     * loop's thread; in place of a failure, which goes to the loop's exception handler, the task
     * starts in the next iteration.
     *
     * @param task the task, of which nothing has run; it may be given done callbacks
     * @return when it starts
     */
    TaskStart start(Task<?> task);
}
