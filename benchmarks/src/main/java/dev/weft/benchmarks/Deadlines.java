package dev.weft.benchmarks;

import java.util.SplittableRandom;

/** The same random times for every peer, all of them too far off to come. */
public final class Deadlines {

    /** After so many timers a loop that is not an executor's comes around, and may clean up. */
    public static final int IN_A_ROW = 64;

    private static final int HOUR = 3_600_000;

    private final SplittableRandom random = new SplittableRandom(1);

    /** A time from now, between an hour and two. */
    public int millis() {
        return HOUR + random.nextInt(HOUR);
    }

    /** One of the numbers from zero to a limit. */
    public int below(int limit) {
        return random.nextInt(limit);
    }
}
