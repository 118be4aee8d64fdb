package dev.weft.loop;

/** Told that a channel can do something now. */
@FunctionalInterface
public interface Readiness {
    /**
     * Runs on the loop's thread, as an ordinary callback. It is told again as long as the channel
     * is ready and the interest stands.
     *
     * @param operations the ready ones, as bits of {@link java.nio.channels.SelectionKey}
     */
    void ready(int operations);
}
