package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A block of a task that has a say in its cancelling: opened by a task when it is made, and closed
 * by the same task, the last one opened first.
 */
abstract class Scope implements AsyncScope {
    private static final Coroutine<@Nullable Throwable> NOTHING = Weft.done(null);

    final Task<?> task;

    /** Requests to cancel the task that were delivered before; they are none of this block's. */
    final int requestsBefore;

    private final @Nullable Scope outer;

    /** Set when the block ends; never false again. */
    private boolean ended;

    @SuppressWarnings(
            "this-escape") // kept by the task that runs now, and not asked before it goes on
    Scope() {
        Task<?> task = Task.current();
        if (task == null) {
            throw new IllegalStateException(
                    kind()
                            + " needs a task, and none runs in thread \""
                            + Thread.currentThread().getName()
                            + "\": open it in an @Async method that a task runs, and that"
                            + " dev.weft:weft-processor has woven");
        }
        this.task = task;
        requestsBefore = deliveredRequests(task);
        outer = task.scope;
        task.scope = this;
    }

    /** For messages. */
    private String kind() {
        return getClass().getSimpleName();
    }

    /**
     * Requests to cancel a task that were not taken back, without those that are held back from
     * where it is now.
     */
    static int requests(Task<?> task) {
        Cancellation cancellation = task.cancellation;
        return cancellation == null ? 0 : Math.max(0, cancellation.requests - cancellation.held);
    }

    /** As {@link #requests}, without those that are still to be delivered. */
    static int deliveredRequests(Task<?> task) {
        Cancellation cancellation = task.cancellation;
        return cancellation == null ? 0 : Math.max(0, requests(task) - cancellation.pending);
    }

    /**
     * What holds back a request from a task: the outermost shield that is open in it.
     *
     * @param boundary of who requests: shields around it do not concern it; null for none
     */
    static @Nullable Shielded shield(Task<?> task, @Nullable Scope boundary) {
        Shielded found = null;
        for (Scope scope = task.scope; scope != null && scope != boundary; scope = scope.outer) {
            if (scope instanceof Shielded shielded) {
                found = shielded;
            }
        }
        return found;
    }

    final boolean hasEnded() {
        return ended;
    }

    /**
     * Ends the block.
     *
     * @return false if it ended before
     */
    final boolean leave() {
        if (ended) {
            return false;
        }
        Task<?> current = Task.current();
        if (current != task) {
            throw new IllegalStateException(
                    this + " was opened by " + task + " and is closed by " + who(current));
        }
        Scope innermost = task.scope;
        if (innermost != this) {
            leaveOpen(task, outer);
            throw new IllegalStateException(
                    this
                            + " is closed while "
                            + innermost
                            + " is open, which was opened after it: open each in a"
                            + " try-with-resources of its own");
        }
        ended = true;
        task.scope = outer;
        return true;
    }

    private static String who(@Nullable Task<?> current) {
        return current == null ? "no task" : current.toString();
    }

    /** Gives up the blocks of a task, from the innermost to the one within {@code until}. */
    private static void leaveOpen(Task<?> task, @Nullable Scope until) {
        for (Scope scope = task.scope; scope != null && scope != until; scope = scope.outer) {
            scope.ended = true;
            task.scope = scope.outer;
            scope.abandoned();
        }
    }

    /** A task ended: the blocks that it never closed are a mistake of the program. */
    static void taskEnded(Task<?> task, Scope innermost) {
        leaveOpen(task, null);
        task.home()
                .report(
                        new ExceptionContext(
                                task
                                        + " ended and did not close "
                                        + innermost
                                        + ": open it in a try-with-resources",
                                null,
                                task,
                                null));
    }

    /** The block will not be ended as it should: lets go of what it holds. */
    abstract void abandoned();

    /** What leaves the block, as {@link #exit} gives it. */
    static Coroutine<@Nullable Throwable> leaving(@Nullable Throwable failure) {
        return failure == null ? NOTHING : Weft.done(failure);
    }

    @Override
    public String toString() {
        return kind() + " of " + task;
    }
}
