package dev.weft;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** How a request to cancel finds its way among a loop's tasks. */
final class Cancelling {
    private record Request(Task<?> task, @Nullable String message) {}

    /** Numbers the requests, each with those that come of it. */
    private int pass;

    private boolean underWay;

    /** What came of the request under way. */
    private final Queue<Request> left = new ArrayDeque<>(0);

    /**
     * Requests the cancelling of a task and of the tasks that it waits for, each through the next.
     * A loop and not a recursion, as such chains may be long, or closed.
     *
     * @return false if the task is done
     */
    boolean request(Task<?> task, @Nullable String message) {
        return request(task, message, null);
    }

    private boolean request(Task<?> task, @Nullable String message, @Nullable Scope boundary) {
        if (task.done()) {
            return false;
        }
        if (underWay) {
            left.add(new Request(task, message));
            return true;
        }
        underWay = true;
        pass++;
        try {
            requestNow(task, message, boundary);
            Request next;
            while ((next = left.poll()) != null) {
                if (!next.task.done() && !isOfThisPass(next.task)) {
                    requestNow(next.task, next.message, null);
                }
            }
        } finally {
            underWay = false;
            left.clear();
        }
        return true;
    }

    private boolean isOfThisPass(Task<?> task) {
        return task.cancellation != null && task.cancellation.pass == pass;
    }

    /**
     * As {@link #request}, at once even where it came of another request.
     *
     * @param boundary see {@link Scope#shield}
     */
    void requestHere(Task<?> task, @Nullable String message, @Nullable Scope boundary) {
        if (underWay) {
            requestNow(task, message, boundary);
        } else {
            request(task, message, boundary);
        }
    }

    private void requestNow(Task<?> task, @Nullable String message, @Nullable Scope boundary) {
        Task<?> target = task;
        Shielded shield = Scope.shield(task, boundary);
        while (true) {
            Cancellation cancellation = cancellation(target);
            cancellation.requests++;
            cancellation.pass = pass;
            if (shield != null) {
                cancellation.message = message;
                shield.hold(cancellation, 1);
                return;
            }
            if (errorIsDue(target)) {
                return;
            }
            cancellation.message = message;
            if (target.waiting() instanceof Task<?> inner) {
                cancellation.forwarded++;
                if (isOfThisPass(inner)) {
                    return;
                }
                target = inner;
                shield = Scope.shield(target, null);
            } else {
                interrupt(target, target.waiting(), cancellation);
                return;
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
    void deliverPending(Task<?> task, Cancellation cancellation) {
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
