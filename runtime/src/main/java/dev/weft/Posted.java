package dev.weft;

import dev.weft.loop.Callback;

/** A {@link Runnable} of our own in the ready queue. */
final class Posted extends Callback {
    private final Runnable action;

    Posted(Runnable action) {
        this.action = action;
    }

    @Override
    protected void run() {
        action.run();
    }
}
