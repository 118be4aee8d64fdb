package dev.weft;

import dev.weft.loop.Callback;

/** A {@link Runnable} in the ready queue. */
final class CallbackHandle extends Callback implements Handle {
    private final Runnable action;

    /** Volatile, as a handle of callSoonThreadsafe may be cancelled by another thread. */
    private volatile boolean cancelled;

    CallbackHandle(Runnable action) {
        this.action = action;
    }

    @Override
    protected void run() {
        if (!cancelled) {
            action.run();
        }
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
