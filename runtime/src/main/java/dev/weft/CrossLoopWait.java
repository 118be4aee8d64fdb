package dev.weft;

import dev.weft.loop.Callback;
import org.jspecify.annotations.Nullable;

/** A task's wait in a channel across loops: to give an item, or to get one. */
final class CrossLoopWait extends Callback implements Waiting {
    private final CrossLoopChannel<?> channel;
    private final Task<?> task;

    /** What it gives; null for one that gets. */
    final @Nullable Object item;

    /** Whether the end of all items is a mark and not a failure. */
    final boolean iterating;

    /** Written once by who takes this out of the channel, under its lock. */
    private @Nullable Object outcome;

    CrossLoopWait(
            CrossLoopChannel<?> channel, Task<?> task, @Nullable Object item, boolean iterating) {
        this.channel = channel;
        this.task = task;
        this.item = item;
        this.iterating = iterating;
    }

    /** Whether the task will never run again. */
    boolean isLost() {
        return task.home().isClosed();
    }

    /** Ends the wait, from any thread, after it was taken out of the channel. */
    void end(@Nullable Object outcome) {
        this.outcome = outcome;
        if (task.home().runsHere()) {
            run();
        } else {
            task.home().handOver(this);
        }
    }

    @Override
    protected void run() {
        task.wake(this, outcome);
    }

    @Override
    public boolean cancelWait(Task<?> task) {
        if (!channel.leave(this)) {
            // Another thread has ended the wait: the task is about to be told.
            return false;
        }
        task.wake(this, new Thrown(task.cancelledNow()));
        return true;
    }

    @Override
    public String toString() {
        return channel.toString();
    }
}
