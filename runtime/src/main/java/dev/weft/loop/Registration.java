package dev.weft.loop;

/** A channel's registration with a loop. For the loop's thread only. */
public interface Registration {
    /**
     * Changes what the channel's readiness is watched for.
     *
     * @param operations bits of {@link java.nio.channels.SelectionKey}; 0 for nothing at present
     */
    void interest(int operations);

    /** Ends the registration; the channel stays open. A second call does nothing. */
    void cancel();
}
