package dev.weft;

import org.jspecify.annotations.Nullable;

/** What a task that was ever cancelled knows of it; most tasks have none. */
final class Cancellation {
    /** Requests that were not taken back: what {@link Task#cancelling()} tells. */
    int requests;

    /** Requests that wait for the next suspension; one error delivers all of them. */
    int pending;

    /** Counts deliveries, so that who made a request can tell whether it is still pending. */
    int deliveries;

    /** What the task awaits was cancelled in its place: if that ends cancelled, so was the task. */
    boolean forwarded;

    /** The pass of cancelling that came here last, against tasks that await each other. */
    int pass;

    /** Of the last request. */
    @Nullable String message;

    /** Takes one request back and says how many are left. */
    int takeBack() {
        if (requests > 0 && --requests == 0) {
            pending = 0;
        }
        return requests;
    }
}
