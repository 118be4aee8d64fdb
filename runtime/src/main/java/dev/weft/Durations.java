package dev.weft;

import java.time.Duration;

/** Durations as nanoseconds; those of more than 292 years are as good as for ever. */
final class Durations {
    private Durations() {}

    static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException e) {
            return duration.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
