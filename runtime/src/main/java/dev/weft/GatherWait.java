package dev.weft;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A task's wait for several children. */
final class GatherWait<R extends @Nullable Object> implements Waiting, Waiter {
    /** What the rest fail with after the first failure is nobody's. */
    private static final Waiter DROPPED =
            new Waiter() {
                @Override
                public void completed(Eventual<?> child) {
                    child.observed();
                }

                @Override
                public Waiter leftBehind() {
                    return this;
                }
            };

    private final Task<?> task;
    private final List<Eventual<?>> children;
    private final boolean outcomes;
    private final Supplier<R> result;
    private int unfinished;

    /** The task is woken, or was never suspended: what children end with now is nobody's. */
    private boolean over;

    /** What the task gets, a {@link Thrown} for a failure; once over. */
    private @Nullable Object outcome;

    /** Set by the first cancel of the task, and the reason to wait for all children. */
    private @Nullable CancelledError cancelled;

    /** Children are being cancelled: tasks that wait for each other in a ring come back here. */
    private boolean cancelling;

    GatherWait(Task<?> task, List<Eventual<?>> children, boolean outcomes, Supplier<R> result) {
        this.task = task;
        this.children = children;
        this.outcomes = outcomes;
        this.result = result;
        this.unfinished = children.size();
    }

    @Nullable Object begin(Coroutine<?> awaiter) {
        for (Eventual<?> child : children) {
            if (!child.done()) {
                child.waiters = Waiters.add(child.waiters, this);
            }
        }
        for (Eventual<?> child : children) {
            if (child.done()) {
                completed(child);
            }
        }
        if (unfinished == 0 && !over) {
            end(result.get());
        }
        if (!over) {
            return task.suspendOn(this, awaiter);
        }
        if (outcome instanceof Thrown thrown) {
            Traces.thrownAt(thrown, awaiter);
            throw Sneaky.rethrow(thrown.error);
        }
        return outcome;
    }

    @Override
    public void completed(Eventual<?> child) {
        unfinished--;
        if (over) {
            child.observed();
        } else if (cancelled != null) {
            completedWhenCancelled(child, cancelled);
        } else if (child.state != Eventual.SUCCEEDED && !outcomes) {
            end(child.outcomeFor(null));
        } else if (unfinished == 0) {
            end(result.get());
        }
    }

    private void completedWhenCancelled(Eventual<?> child, CancelledError cancelled) {
        if (child.state == Eventual.FAILED && child.outcomeFor(null) instanceof Thrown thrown) {
            cancelled.addSuppressed(thrown.error);
        }
        if (unfinished == 0) {
            end(new Thrown(cancelled));
        }
    }

    private void end(@Nullable Object outcome) {
        over = true;
        this.outcome = outcome;
        task.wake(this, outcome);
        if (unfinished > 0) {
            for (Eventual<?> child : children) {
                child.waiters = Waiters.without(child.waiters, this);
            }
        }
    }

    @Override
    public @Nullable Waiter leftBehind() {
        return over ? DROPPED : null;
    }

    @Override
    public boolean cancelWait(Task<?> task) {
        if (cancelling) {
            return true;
        }
        cancelling = true;
        if (cancelled == null) {
            cancelled = task.cancelledNow();
        }
        String message = cancelled.getMessage();
        for (Eventual<?> child : children) {
            if (!child.done()) {
                Children.cancel(child, message);
            }
        }
        cancelling = false;
        return true;
    }

    @Override
    public String toString() {
        return "gather of " + children;
    }
}
