package dev.weft;

import dev.weft.loop.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A {@link Runnable} with a deadline. */
final class TimerCallback extends Timer implements TimerHandle, InContext {
    private final EventLoop loop;
    private final Runnable action;
    private @Nullable Context context;
    private boolean cancelled;

    TimerCallback(EventLoop loop, long deadline, Runnable action, @Nullable Context context) {
        super(deadline);
        this.context = context;
        this.loop = loop;
        this.action = action;
    }

    @Override
    protected void fire() {
        action.run();
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
