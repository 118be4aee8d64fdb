package dev.weft;

import java.time.Duration;

/** A callback that was given to a loop for a later moment. asyncio's {@code TimerHandle}. */
public sealed interface TimerHandle extends Handle permits TimerCallback {
    /**
     * When it is due.
     *
     * @return the moment, as {@link EventLoop#time()} counts
     */
    Duration when();
}
