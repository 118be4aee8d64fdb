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
    private static final int FEW = 3;
    private static final long FAR_NANOS = 1_000_000_000;

    private long lastRead;

    /** The time when anybody last asked for it. */
    private long now;

    private int skip;
    private int left;

    ClockSaver(Clock clock) {
        this.clock = clock;
        this.free = clock.standsStill();
    }

    long now() {
        now = clock.nanoTime();
        return now;
    }

    /** A timer may be due already or soon; where it is far off, a few iterations do not matter. */
    void becameFirst(long deadline) {
        left = deadline < now + FAR_NANOS ? 0 : Math.min(left, FEW);
    }

    boolean worthReading(boolean nothingElseReady) {
        return free || nothingElseReady || --left < 0;
    }

    long read() {
        long now = now();
        skip = now - lastRead < SHORT_NANOS * (skip + 1) ? Math.min(2 * skip + 1, MOST_SKIPPED) : 0;
        left = skip;
        lastRead = now;
        return now;
    }
}
