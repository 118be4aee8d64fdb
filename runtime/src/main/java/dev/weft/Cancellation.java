package dev.weft;

import org.jspecify.annotations.Nullable;

/** What a task that was ever cancelled knows of it; most tasks have none. */
final class Cancellation {
    /** Requests that were not taken back: what {@link Task#cancelling()} tells. */
    int requests;

    /** Requests that wait for the next suspension; one error delivers all of them. */
    int pending;

    /** Of the requests, those that shields hold back from where the task is now. */
    int held;

    /** Counts errors made to be thrown into the task. */
    int deliveries;

    /**
     * Requests that went to what the task awaits in its place: if that ends cancelled, the task
     * gets its error; otherwise what it awaits has answered them.
     */
    int forwarded;

    /** Counts the times that what the task awaits gave forwarded requests back as pending ones. */
    int returned;

    /** The pass of cancelling that came here last, against tasks that await each other. */
    int pass;

    /** Of the last request. */
    @Nullable String message;

    /**
     * What was delivered was overtaken by another failure: it comes again when the task suspends.
     */
    void deliverAgain() {
        pending = Math.max(pending, 1);
    }

    /** Takes one request back and says how many are left. */
    int takeBack() {
        if (requests > 0 && --requests == 0) {
            pending = 0;
        }
        return requests;
    }
}
