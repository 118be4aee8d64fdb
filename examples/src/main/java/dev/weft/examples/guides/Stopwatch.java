package dev.weft.examples.guides;

import dev.weft.EventLoop;
import java.time.Duration;
import java.util.Locale;

/** Tells how long something took, by the clock of the running loop. */
final class Stopwatch {
    private final Duration start = EventLoop.running().time();

    @Override
    public String toString() {
        Duration time = EventLoop.running().time().minus(start);
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }
}
