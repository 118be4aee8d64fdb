package dev.weft;

import dev.weft.loop.Timer;
import org.jspecify.annotations.Nullable;

/** A deadline at which the cancelling of a task is requested. */
final class TimeLimit extends Timer {
    private final Task<?> task;
    private final int requestsBefore;
    private final @Nullable Scope boundary;
    private boolean over;

    /** Null before the deadline. */
    private @Nullable OwnRequest request;

    /**
     * Makes one that is to be {@link #start started}.
     *
     * @param requestsBefore see {@link OwnRequest}
     * @param boundary see {@link OwnRequest}
     */
    TimeLimit(Task<?> task, long deadline, int requestsBefore, @Nullable Scope boundary) {
        super(deadline);
        this.task = task;
        this.requestsBefore = requestsBefore;
        this.boundary = boundary;
    }

    /**
     * Begins; without time left the request comes with the next iteration's first.
     *
     * @param timeLeft whether the deadline is still to come: the clock is not looked at again
     */
    TimeLimit start(boolean timeLeft) {
        EventLoop loop = task.home();
        if (timeLeft) {
            loop.driver.schedule(this);
        } else {
            loop.driver.execute(new Posted(this::fire));
        }
        return this;
    }

    @Override
    protected void fire() {
        if (!over) {
            expire();
        }
    }

    void expire() {
        request = new OwnRequest(task, requestsBefore, boundary);
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
        over = true;
        task.home().driver.cancel(this);
        return request != null && request.takeBack();
    }

    @Override
    public String toString() {
        return "time limit of " + task;
    }
}
