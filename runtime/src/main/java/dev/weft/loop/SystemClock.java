package dev.weft.loop;

/** The clock of the machine: monotonic, with its origin where it was made. */
public final class SystemClock implements Clock {
    private final long origin = System.nanoTime();

    /** Starts at zero. */
    public SystemClock() {}

    @Override
    public long nanoTime() {
        return System.nanoTime() - origin;
    }

    @Override
    public boolean jumpTo(long nanoTime) {
        return false;
    }
}
