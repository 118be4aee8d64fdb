package dev.weft;

import dev.weft.loop.Timer;
import org.jspecify.annotations.Nullable;

/** A deadline at which the cancelling of a task is requested. */
final class TimeLimit extends Timer {
    /** Null once the block has ended: the loop may keep this for a while. */
    private @Nullable Task<?> task;

    private final long deadline;
    private final int requestsBefore;
    private final @Nullable Scope boundary;

    /** Null before the deadline. */
    private @Nullable OwnRequest request;

    /**
     * Makes one that is to be {@link #start started}.
     *
     * @param requestsBefore see {@link OwnRequest}
     * @param boundary see {@link OwnRequest}
     */
    TimeLimit(Task<?> task, long deadline, int requestsBefore, @Nullable Scope boundary) {
        this.task = task;
        this.deadline = deadline;
        this.requestsBefore = requestsBefore;
        this.boundary = boundary;
    }

    /**
     * Begins; without time left the request comes with the next iteration's first.
     *
     * @param timeLeft whether the deadline is still to come: the clock is not looked at again
     */
    TimeLimit start(EventLoop loop, boolean timeLeft) {
        if (timeLeft) {
            loop.driver.schedule(this, deadline);
        } else {
            loop.driver.execute(new Posted(this::fire));
        }
        return this;
    }

    /** Nanoseconds on the loop's clock. */
    long deadline() {
        return deadline;
    }

    @Override
    protected void fire() {
        expire();
    }

    /** Nothing if the block has ended. */
    void expire() {
        if (task != null) {
            request = new OwnRequest(task, requestsBefore, boundary);
        }
    }

    boolean expired() {
        return request != null;
    }

    /** Whether an error was thrown into the task since the deadline. */
    boolean delivered() {
        return request != null && request.delivered();
    }

    /** Ends it and says whether it is the only reason for the task to be cancelled. */
    boolean leave() {
        if (task != null) {
            task.home().driver.cancel(this);
            task = null;
        }
        return request != null && request.takeBack();
    }

    @Override
    public String toString() {
        return "time limit of " + task;
    }
}
