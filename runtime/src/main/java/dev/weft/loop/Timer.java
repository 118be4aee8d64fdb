package dev.weft.loop;

/**
 * A callback with a deadline on the loop's clock.
 *
 * <p>Timers with equal deadlines run in the order in which they were scheduled. A timer belongs to
 * one driver, and to its thread. It can be scheduled again once it has run or was cancelled.
 */
public abstract class Timer extends Callback {
    static final int UNSCHEDULED = -1;

    /** Set once the timer is due and waits for its turn in the ready queue. */
    static final int DUE = -2;

    /** Position in the heap, {@link #UNSCHEDULED} or {@link #DUE}. */
    int index = UNSCHEDULED;

    /** Nanoseconds on the loop's clock. */
    private final long deadline;

    /** Order of scheduling, which decides between equal deadlines; it wraps. */
    int sequence;

    /**
     * Makes a timer that is not scheduled yet.
     *
     * @param deadline nanoseconds on the clock of the loop that it will be scheduled on
     */
    protected Timer(long deadline) {
        this.deadline = deadline;
    }

    /**
     * The moment when it is due.
     *
     * @return nanoseconds on the loop's clock
     */
    public final long deadline() {
        return deadline;
    }

    /**
     * Whether it still has to run.
     *
     * @return true from scheduling until it runs or is cancelled
     */
    public final boolean scheduled() {
        return index != UNSCHEDULED;
    }

    @Override
    protected final void run() {
        if (index == DUE) {
            index = UNSCHEDULED;
            fire();
        }
    }

    /** Runs on the loop's thread when the timer is due. */
    protected abstract void fire();

    final boolean before(Timer other) {
        return deadline != other.deadline
                ? deadline < other.deadline
                : sequence - other.sequence < 0;
    }
}
