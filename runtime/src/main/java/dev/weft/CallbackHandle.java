package dev.weft;

import dev.weft.loop.Callback;
import org.jspecify.annotations.Nullable;

/** A {@link Runnable} in the ready queue. */
final class CallbackHandle extends Callback implements Handle, InContext {
    private final Runnable action;
    private @Nullable Context context;

    /** Volatile, as a handle of callSoonThreadsafe may be cancelled by another thread. */
    private volatile boolean cancelled;

    CallbackHandle(Runnable action, @Nullable Context context) {
        this.action = action;
        this.context = context;
    }

    @Override
    protected void run() {
        if (!cancelled) {
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
        cancelled = true;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public String toString() {
        return "callback " + action;
    }
}
