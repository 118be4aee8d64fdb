package dev.weft;

import org.jspecify.annotations.Nullable;

/** A request to cancel a task that is taken back in the end, by who made it. */
final class OwnRequest {
    private final Task<?> task;
    private final int requestsBefore;

    /** It is among the pending ones, or held back. */
    private final boolean leftPending;

    private final int deliveriesBefore;
    private final int returnedThen;

    /**
     * Requests the cancelling of a task.
     *
     * @param requestsBefore requests that are none of the requester's business
     * @param boundary the scope whose insides are to be interrupted; null for all of the task
     */
    OwnRequest(Task<?> task, int requestsBefore, @Nullable Scope boundary) {
        this.task = task;
        this.requestsBefore = requestsBefore;
        Cancellation before = task.cancellation;
        int pendingBefore = before == null ? 0 : before.pending;
        int deliveriesBefore = before == null ? 0 : before.deliveries;
        Shielded shield = Scope.shield(task, boundary);
        task.home().cancelling.requestHere(task, before == null ? null : before.message, boundary);
        Cancellation cancellation = task.cancellation;
        assert cancellation != null;
        leftPending = shield != null || cancellation.pending > pendingBefore;
        this.deliveriesBefore = shield == null ? deliveriesBefore : shield.deliveriesBefore();
        returnedThen = cancellation.returned;
    }

    /** Whether an error was thrown into the task since. */
    boolean delivered() {
        Cancellation cancellation = task.cancellation;
        return cancellation != null && cancellation.deliveries > deliveriesBefore;
    }

    /**
     * Takes it back, and out of the pending ones if it is still among them.
     *
     * @return whether there was no other reason for the task to be cancelled
     */
    boolean takeBack() {
        Cancellation cancellation = task.cancellation;
        if (cancellation == null) {
            return true;
        }
        boolean pending = leftPending || cancellation.returned > returnedThen;
        if (pending && cancellation.deliveries == deliveriesBefore && cancellation.pending > 0) {
            cancellation.pending--;
        }
        cancellation.takeBack();
        boolean only = Scope.requests(task) <= requestsBefore;
        if (only && delivered()) {
            // What is pending now is this one, to be delivered again.
            cancellation.pending = 0;
        }
        return only;
    }
}
