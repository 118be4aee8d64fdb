package dev.weft;

import dev.weft.loop.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A {@link Runnable} with a deadline. */
final class TimerCallback extends Timer implements TimerHandle, InContext {
    private final EventLoop loop;
    private final long deadline;

    /** Null once it was cancelled: the loop may keep it for a while. */
    private @Nullable Runnable action;

    private @Nullable Context context;

    TimerCallback(EventLoop loop, long deadline, Runnable action, @Nullable Context context) {
        this.context = context;
        this.loop = loop;
        this.deadline = deadline;
        this.action = action;
    }

    @Override
    protected void fire() {
        if (action != null) {
            action.run();
        }
    }

    @Override
    public @Nullable Context context() {
        return context;
    }

    @Override
    public void context(Context context) {
        this.context = context;
    }

    @Override
    public void cancel() {
        loop.checkThread("cancel");
        action = null;
        loop.driver.cancel(this);
    }

    @Override
    public boolean cancelled() {
        return action == null;
    }

    @Override
    public Duration when() {
        return Duration.ofNanos(deadline);
    }

    @Override
    public String toString() {
        return action == null ? "cancelled timer" : "timer " + action;
    }
}
