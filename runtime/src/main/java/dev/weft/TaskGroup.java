package dev.weft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block that runs tasks beside each other and ends when all of them have.
 *
 * <pre>{@code
 * try (var group = new TaskGroup()) {
 *     group.createTask(fetch(one));
 *     group.createTask(fetch(other));
 * }
 * }</pre>
 *
 * <p>On every way out of the block the children are waited for, after a {@code return} as well.
 * When a child fails, or the body does, the other children are cancelled, and so is what the body
 * awaits; when all have ended an {@link ExceptionGroup} is thrown behind the block, even if there
 * was one failure only: the children's in the order in which they failed, the body's last. A child
 * that ends cancelled fails nobody. Cancelling the task of the block cancels the children and waits
 * for them. A {@link VirtualMachineError} is thrown as it is, with the other failures as its
 * suppressed ones.
 *
 * <p>Children may be added, by the body and by children, as long as a child or the body runs. The
 * group belongs to the task that made it and is for its loop's thread only. asyncio's {@code
 * TaskGroup}.
 */
public final class TaskGroup extends Group {
    private final List<Throwable> failures = new ArrayList<>(0);

    /**
     * Opens a group in the task that runs now.
     *
     * @throws IllegalStateException if no task runs in this thread
     */
    public TaskGroup() {}

    @Override
    void childFailed(Task<?> child, Thrown thrown) {
        thrown.observe();
        if (hasFinished()) {
            task.home()
                    .report(
                            new ExceptionContext(
                                    child + " of " + this + ", which was not closed, failed",
                                    thrown.error,
                                    child,
                                    null));
            return;
        }
        failures.add(thrown.error);
        if (!isAborting()) {
            abortAll();
        }
    }

    @Override
    @Nullable Throwable ending(@Nullable Throwable failure, @Nullable CancelledError cancel) {
        if (failure != null && !isAmongFailures(failure)) {
            failures.add(failure);
        }
        if (failures.isEmpty()) {
            return cancel;
        }
        keepCancelPending();
        for (Throwable fatal : failures) {
            if (fatal instanceof VirtualMachineError) {
                return withOthersSuppressed(fatal);
            }
        }
        return new ExceptionGroup("unhandled errors in a TaskGroup", failures);
    }

    /** The body may have awaited the child that failed, and let its failure pass. */
    private boolean isAmongFailures(Throwable failure) {
        for (Throwable other : failures) {
            if (other == failure) {
                return true;
            }
        }
        return false;
    }

    private Throwable withOthersSuppressed(Throwable fatal) {
        for (Throwable other : failures) {
            if (other != fatal) {
                fatal.addSuppressed(other);
            }
        }
        return fatal;
    }
}
