package dev.weft;

import org.jspecify.annotations.Nullable;

/** How a request to cancel finds its way. */
final class Cancelling {
    private Cancelling() {}

    /**
     * Requests the cancelling of a task and of the tasks that it waits for, each through the next.
     * A loop and not a recursion, as such chains may be long, or closed.
     *
     * @return false if the task is done
     */
    static boolean request(Task<?> task, @Nullable String message) {
        if (task.done()) {
            return false;
        }
        int pass = ++task.home().cancelPass;
        Task<?> target = task;
        while (true) {
            Cancellation cancellation = cancellation(target);
            cancellation.requests++;
            cancellation.pass = pass;
            if (errorIsDue(target)) {
                return true;
            }
            cancellation.message = message;
            if (target.waiting() instanceof Task<?> inner) {
                cancellation.forwarded++;
                if (inner.cancellation != null && inner.cancellation.pass == pass) {
                    return true;
                }
                target = inner;
            } else {
                interrupt(target, target.waiting(), cancellation);
                return true;
            }
        }
    }

    /** One error delivers all requests that come before it is thrown. */
    private static boolean errorIsDue(Task<?> task) {
        return task.waitingOn == null
                && task.value instanceof Thrown thrown
                && thrown.error instanceof CancelledError;
    }

    private static Cancellation cancellation(Task<?> task) {
        Cancellation cancellation = task.cancellation;
        if (cancellation == null) {
            cancellation = new Cancellation();
            task.cancellation = cancellation;
        }
        return cancellation;
    }

    private static void interrupt(
            Task<?> task, @Nullable Object waiting, Cancellation cancellation) {
        if (waiting != null) {
            cancellation.forwarded++;
            boolean accepted =
                    waiting instanceof Promise<?> promise
                            ? promise.cancel(cancellation.message)
                            : ((Waiting) waiting).cancelWait(task);
            if (accepted) {
                return;
            }
            cancellation.forwarded--;
        }
        cancellation.pending++;
    }

    /** Delivers what was requested before the task suspended. */
    static void deliverPending(Task<?> task, Cancellation cancellation) {
        int pending = cancellation.pending;
        cancellation.pending = 0;
        if (task.waitingOn instanceof Task<?> inner) {
            cancellation.forwarded += pending;
            request(inner, cancellation.message);
        } else {
            interrupt(task, task.waitingOn, cancellation);
            if (cancellation.pending > 0) {
                cancellation.pending = pending;
            }
        }
    }
}
