package dev.weft;

import org.jspecify.annotations.Nullable;

/** Wakes the one who waits for something to change. */
final class Signal {
    private @Nullable Promise<@Nullable Void> waiting;

    /** Waits until it is fired; whoever waits looks again at what was to change. */
    @Nullable Object await(EventLoop loop, Coroutine<?> awaiter) {
        Promise<@Nullable Void> promise = new Promise<>(loop);
        waiting = promise;
        return promise.awaitFrom(awaiter);
    }

    /** On the loop's thread; nothing happens if nobody waits. */
    void fire() {
        Promise<@Nullable Void> woken = waiting;
        waiting = null;
        if (woken != null && !woken.done()) {
            woken.complete(null);
        }
    }

    boolean isAwaited() {
        return waiting != null && !waiting.done();
    }
}
