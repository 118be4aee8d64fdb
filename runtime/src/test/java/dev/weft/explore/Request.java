package dev.weft.explore;

import java.util.List;
import java.util.Objects;

/** What the model knows of an operation that a task has begun. */
public final class Request {
    /** Ended by a cancel or a timeout before it was done. */
    public static final Object INTERRUPTED = "interrupted";

    public final Walker walker;
    public final String text;

    /** More than one for a select. */
    final List<Op> ops;

    /** Whether one of the alternatives of a select is a time. */
    boolean timed;

    /** Null while it waits. */
    private Object outcome;

    /** Whether a cancel was delivered to it, which may have come before it began. */
    boolean cancelled;

    /** Whether its timeout was over before it ended. */
    boolean timedOut;

    /** For models of operations in several parts: how far they are. */
    public boolean started;

    public boolean signalled;
    public boolean gaveUp;

    Request(Walker walker, String text, List<Op> ops) {
        this.walker = walker;
        this.text = text;
        this.ops = ops;
    }

    boolean waits() {
        return outcome == null;
    }

    boolean interrupted() {
        return outcome == INTERRUPTED;
    }

    /** The alternative of this kind; null if there is none. */
    public <T extends Op> T alternative(Model model, Class<T> type) {
        for (Op op : ops) {
            if (op.model == model && type.isInstance(op)) {
                return type.cast(op);
            }
        }
        return null;
    }

    /** Tries the alternatives in their order, and says whether one was done. */
    boolean attempt() {
        for (Op op : ops) {
            Object now = op.attempt(this);
            if (now != Op.WAIT) {
                end(op, now);
            }
            if (outcome != null) {
                return true;
            }
        }
        return false;
    }

    /** Ends it by one of its alternatives. */
    public void end(Op op, Object outcome) {
        if (ops.size() > 1) {
            end(ops.indexOf(op) + ":" + outcome);
        } else {
            end(outcome == INTERRUPTED ? outcome : String.valueOf(outcome));
        }
    }

    void end(Object outcome) {
        if (this.outcome != null) {
            throw new AssertionError("the model ends " + this + " twice");
        }
        this.outcome = Objects.requireNonNull(outcome);
        walker.world.waiting.remove(this);
    }

    void timeIsOver() {
        for (Op op : ops) {
            if (op instanceof TimeModel.Passes) {
                end(op, "null");
            }
        }
    }

    boolean interrupt() {
        return ops.get(0).interrupt(this);
    }

    /** What its task has to see. */
    Object expected() {
        if (outcome != INTERRUPTED) {
            return outcome;
        }
        return cancelled || !timedOut ? "CancelledError" : "AsyncTimeoutException";
    }

    @Override
    public String toString() {
        return walker + " " + text + (outcome == null ? "" : " -> " + expected());
    }
}
