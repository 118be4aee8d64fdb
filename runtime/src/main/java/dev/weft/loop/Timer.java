package dev.weft.loop;

/**
 * A callback that becomes ready at a moment of the loop's clock.
 *
 * <p>Timers with equal deadlines run in the order in which they were scheduled. A timer belongs to
 * one driver, and to its thread, and is scheduled once: for another time one makes another timer.
 */
public abstract class Timer extends Callback {
    static final byte UNSCHEDULED = 0;
    static final byte PENDING = 1;

    /** Set once the timer is due and waits for its turn in the ready queue. */
    static final byte DUE = 2;

    static final byte OVER = 3;

    byte state;

    /** Order of scheduling, which decides between equal deadlines; it wraps. */
    int sequence;

    /** For subclasses. */
    protected Timer() {}

    @Override
    protected final void run() {
        if (state == DUE) {
            state = OVER;
            fire();
        }
    }

    /** Runs on the loop's thread when the timer is due. */
    protected abstract void fire();
}
