package dev.weft.loop;

/**
 * A clock for tests: it stands still while anything is ready to run and jumps to the next timer
 * when nothing is, so that a program which sleeps for hours runs in a moment and always in the same
 * order. It does not jump while work that the loop has given to a thread is under way, as by {@code
 * toThread}; of what other threads do by themselves, such as an HTTP client's, it knows nothing,
 * and every timeout on that is over at once.
 */
public final class VirtualClock implements Clock {
    private long now;

    /** Starts at zero. */
    public VirtualClock() {}

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public boolean jumpTo(long nanoTime) {
        now = Math.max(now, nanoTime);
        return true;
    }

    @Override
    public boolean standsStill() {
        return true;
    }
}
