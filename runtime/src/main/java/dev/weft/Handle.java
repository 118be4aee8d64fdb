package dev.weft;

/** A callback that was given to a loop. asyncio's {@code Handle}. */
public sealed interface Handle permits CallbackHandle, TimerHandle {
    /**
     * Cancels it: a callback that has not run yet does not run. For the loop's thread only, save
     * for a handle of {@code callSoonThreadsafe}.
     */
    void cancel();

    /**
     * Whether it was cancelled.
     *
     * @return true after {@link #cancel()}, whether or not the callback had run by then
     */
    boolean cancelled();
}
