package dev.weft.explore;

/** One operation of a primitive: how it is really done, and what has to come of it. */
public abstract class Op {
    /** What {@link #attempt} gives that cannot be done now. */
    public static final Object WAIT = new Object();

    /** Of which primitive this is. */
    Model model;

    /** Does it: gives a value, or what to await. */
    public abstract Object start(Walker walker) throws Throwable;

    /** Does it in the model if it can be done now: gives the outcome, or {@link #WAIT}. */
    public abstract Object attempt(Request request);

    /**
     * Interrupts a waiting request in the model.
     *
     * @return false if it gets what it waits for all the same
     */
    public boolean interrupt(Request request) {
        request.end(Request.INTERRUPTED);
        return true;
    }

    public interface Start {
        Object start(Walker walker) throws Throwable;
    }

    public interface Attempt {
        Object attempt(Request request);
    }

    public static Op of(Start start, Attempt attempt) {
        return new Op() {
            @Override
            public Object start(Walker walker) throws Throwable {
                return start.start(walker);
            }

            @Override
            public Object attempt(Request request) {
                return attempt.attempt(request);
            }
        };
    }
}
