package dev.weft.loop;

/**
 * Decides when a busy loop looks at the clock. A look costs more than the resume of a task, so a
 * loop whose iterations are short looks once in a few of them.
 */
final class ClockSaver {
    private static final int MOST_SKIPPED = 31;
    private static final long SHORT_NANOS = 20_000;

    private final Clock clock;
    private final boolean free;
    private long lastRead;
    private int skip;
    private int left;

    ClockSaver(Clock clock) {
        this.clock = clock;
        this.free = clock.standsStill();
    }

    /** A timer became the first: it may be due already. */
    void forceRead() {
        left = 0;
    }

    boolean worthReading(boolean nothingElseReady) {
        return free || nothingElseReady || --left < 0;
    }

    long read() {
        long now = clock.nanoTime();
        skip = now - lastRead < SHORT_NANOS * (skip + 1) ? Math.min(2 * skip + 1, MOST_SKIPPED) : 0;
        left = skip;
        lastRead = now;
        return now;
    }
}
