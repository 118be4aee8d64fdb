package dev.weft;

import dev.weft.loop.Timer;
import java.time.Duration;

/** A {@link Runnable} with a deadline. */
final class TimerCallback extends Timer implements TimerHandle {
    private final EventLoop loop;
    private final Runnable action;
    private boolean cancelled;

    TimerCallback(EventLoop loop, long deadline, Runnable action) {
        super(deadline);
        this.loop = loop;
        this.action = action;
    }

    @Override
    protected void fire() {
        action.run();
    }

    @Override
    public void cancel() {
        loop.checkThread("cancel");
        cancelled = true;
        loop.driver.cancel(this);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public Duration when() {
        return Duration.ofNanos(deadline());
    }

    @Override
    public String toString() {
        return "timer " + action;
    }
}
