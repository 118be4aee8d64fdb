package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A flag that tasks wait for: set once or cleared and set again, it lets all through.
 *
 * <p>It belongs to the loop on which it is first used, and is for that loop's thread only; another
 * thread sets it with {@code loop.callSoonThreadsafe(event::set)}. asyncio's {@code Event}.
 */
public final class AsyncEvent extends LoopBound {
    private final WaitList waiting = new WaitList(this);

    /** While it is set nobody waits. */
    private boolean set;

    /** Makes an event that is not set. */
    public AsyncEvent() {}

    /**
     * An event's state at a moment.
     *
     * @param set whether it is set
     * @param waiting how many wait for it
     */
    public record Statistics(boolean set, int waiting) {}

    /**
     * Waits until the event is set; does not suspend if it is. All that wait are woken when it is
     * set, in the order in which they came, even if it is cleared before they run. asyncio's {@code
     * wait}.
     *
     * @return a coroutine that ends when the event was set
     */
    public Coroutine<@Nullable Void> await() {
        return new Await();
    }

    /** Sets the event and wakes all that wait for it. Setting it again does nothing. */
    public void set() {
        checkCall("set");
        set = true;
        waiting.wakeAll(null);
    }

    /** Clears the event: who waits from now on waits for the next time that it is set. */
    public void clear() {
        checkCall("clear");
        set = false;
    }

    /**
     * Whether it is set.
     *
     * @return true from {@link #set()} to {@link #clear()}
     */
    public boolean isSet() {
        checkCall("isSet");
        return set;
    }

    /**
     * Its state now.
     *
     * @return a record of it
     */
    public Statistics statistics() {
        checkCall("statistics");
        return new Statistics(set, waiting.size());
    }

    @Override
    public String toString() {
        return name() + (set ? " (set)" : " (not set, " + waiting.size() + " waiting)");
    }

    private final class Await extends Place<@Nullable Void> {
        Await() {
            super(waiting);
        }

        @Override
        @Nullable Object attempt(Task<?> task) {
            return set ? null : WAIT;
        }

        @Override
        String verb() {
            return "await";
        }
    }
}
