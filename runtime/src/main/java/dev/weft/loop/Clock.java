package dev.weft.loop;

/** Where a loop gets its time from. Implementations are read by one thread, the loop's. */
public interface Clock {
    /**
     * The time now.
     *
     * @return nanoseconds since the clock's origin; never less than the last time
     */
    long nanoTime();

    /**
     * Asks the clock to go to a moment because the loop has nothing to do before it.
     *
     * @param nanoTime the deadline of the first timer
     * @return true if the clock is there now; false if the loop has to wait for the time to pass
     */
    boolean jumpTo(long nanoTime);

    /**
     * Whether reading the clock costs nothing worth saving, because it only moves by jumps.
     *
     * @return true for a clock that stands still while the loop is busy
     */
    default boolean standsStill() {
        return false;
    }
}
