package dev.weft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The children of a group, and its task's wait for the last of them. */
final class Brood implements Waiter, Waiting {
    private final Group group;

    /** In the order in which they were made; those that are done are taken out now and then. */
    private final List<Task<?>> children = new ArrayList<>(4);

    /** Those that are not done, or whose failure the group has not dealt with. */
    private int unfinished;

    /**
     * The error of a cancel that came while the group's task waited here; thrown after the wait.
     */
    private @Nullable CancelledError cancelled;

    /** Children are being cancelled: tasks that wait for each other in a ring come back here. */
    private boolean cancelling;

    /** Set while the group's task waits in its block. */
    private @Nullable Join join;

    Brood(Group group) {
        this.group = group;
    }

    /** Takes a new child, before it runs. */
    void add(Task<?> child, Waiter waiter) {
        if (children.size() > 2 * unfinished + 16) {
            children.removeIf(Task::done);
        }
        children.add(child);
        unfinished++;
        child.waiters = Waiters.add(child.waiters, waiter);
    }

    boolean isEmpty() {
        return unfinished == 0;
    }

    void cancelAll() {
        if (cancelling) {
            return;
        }
        cancelling = true;
        for (Task<?> child : List.copyOf(children)) {
            if (!child.done()) {
                Children.cancel(child, null);
            }
        }
        cancelling = false;
    }

    @Override
    public void completed(Eventual<?> child) {
        if (child.state == Eventual.FAILED && child.value instanceof Thrown thrown) {
            // Not at once: a child that starts eagerly fails within the block's createTask.
            group.task.home().driver.execute(new Posted(() -> failed((Task<?>) child, thrown)));
        } else {
            finished();
        }
    }

    private void failed(Task<?> child, Thrown thrown) {
        try {
            group.childFailed(child, thrown);
        } finally {
            finished();
        }
    }

    /** A child is done, and what it ended with is dealt with. */
    void finished() {
        if (--unfinished == 0) {
            if (join != null) {
                group.task.wake(join, null);
            }
            group.task.wake(this, cancelled == null ? null : new Thrown(cancelled));
        }
    }

    /** Waits for the last child, in spite of a cancel. */
    Object awaitEnd(Coroutine<?> awaiter) {
        return group.task.suspendOn(this, awaiter);
    }

    @Override
    public boolean cancelWait(Task<?> task) {
        if (cancelled == null) {
            cancelled = task.cancelledNow();
        }
        group.abort();
        return true;
    }

    Coroutine<@Nullable Void> join() {
        return new JoinCall(this);
    }

    private static final class JoinCall extends Leaf<@Nullable Void> {
        private final Brood brood;

        JoinCall(Brood brood) {
            this.brood = brood;
        }

        @Override
        @Nullable Object begin(Task<?> task, Coroutine<?> awaiter) {
            if (task != brood.group.task) {
                throw new IllegalStateException(
                        brood.group + " can be joined by its own task only, not by " + task);
            }
            if (brood.isEmpty()) {
                return null;
            }
            Join join = new Join(brood);
            brood.join = join;
            return task.suspendOn(join, awaiter);
        }
    }

    /** The wait within the block, which a cancel ends. */
    private record Join(Brood brood) implements Waiting {
        @Override
        public boolean cancelWait(Task<?> task) {
            brood.join = null;
            task.wake(this, new Thrown(task.cancelledNow()));
            return true;
        }

        @Override
        public String toString() {
            return "join of " + brood.group;
        }
    }

    @Override
    public String toString() {
        return "end of " + group;
    }
}
