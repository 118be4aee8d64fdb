package dev.weft.loop;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import org.jspecify.annotations.Nullable;

/**
 * Turns a loop: runs callbacks in the order in which they became ready, timers when they are due,
 * and tells channels' readiness.
 *
 * <p>One iteration looks for ready channels, then takes what other threads handed over, then the
 * timers that are due, and then runs exactly the callbacks that are ready at that moment; what
 * these make ready waits for the next iteration. All methods but {@link #executeThreadsafe}, {@link
 * #hold} and {@link #release} are for the loop's thread only, and the driver does not check that.
 */
public interface Driver {
    /**
     * Makes a callback ready, for the next iteration.
     *
     * @param callback runs once for each call
     */
    void execute(Callback callback);

    /**
     * Makes a callback ready from any thread and wakes the loop.
     *
     * @param callback runs once for each call, in the order in which one thread handed them over
     */
    void executeThreadsafe(Callback callback);

    /**
     * Schedules a timer.
     *
     * @param timer one that was never scheduled
     * @param deadline nanoseconds on the loop's clock
     */
    void schedule(Timer timer, long deadline);

    /**
     * Cancels a timer; one that is due but has not run yet does not run either.
     *
     * @param timer a timer of this driver; nothing happens if it has run or was cancelled
     */
    void cancel(Timer timer);

    /**
     * The time now on the loop's clock.
     *
     * @return nanoseconds since the clock's origin
     */
    long nanoTime();

    /** Runs until {@link #stop()}; the iteration in which it is called is run to its end. */
    void run();

    /**
     * Makes {@link #run()} return after this iteration, or the next {@code run} after its first.
     */
    void stop();

    /** Gives back what the driver holds of the system. A second call does nothing. */
    void close();

    /**
     * The callback that runs now.
     *
     * @return the callback; null if none does
     */
    @Nullable Callback running();

    /**
     * Says that work for this loop began in another thread: a virtual clock does not jump before as
     * many {@link #release()}. From any thread.
     */
    void hold();

    /** Ends a {@link #hold()}, after what the work led to was handed over. From any thread. */
    void release();

    /**
     * Registers a channel.
     *
     * @param channel an open channel in non-blocking mode
     * @param operations bits of {@link java.nio.channels.SelectionKey}
     * @param readiness told when the channel is ready
     * @return the registration
     * @throws IOException if the system refuses
     */
    Registration register(SelectableChannel channel, int operations, Readiness readiness)
            throws IOException;

    /**
     * Lets each callback be run by a watch.
     *
     * @param watch the watch; null for none
     */
    void watch(@Nullable Watch watch);

    /**
     * Sets what is called each time before the driver waits for something to become ready.
     *
     * @param idle short and quiet
     */
    void beforeWaiting(Runnable idle);
}
