package dev.weft.explore;

import dev.weft.Awaitable;
import dev.weft.Coroutine;
import dev.weft.Gate;
import dev.weft.Permit;
import dev.weft.SelectClause;
import dev.weft.Task;
import dev.weft.TimerHandle;
import dev.weft.Weft;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One task of a program: waits at a gate before each of its steps. */
public final class Walker extends Coroutine<Object> {
    static final Duration TIMEOUT = Duration.ofSeconds(1);

    public final int number;
    final World world;
    private final List<String> steps;
    private int next;

    /** What it holds. */
    public final Deque<Permit> permits = new ArrayDeque<>();

    Task<Object> task;
    private Gate gate;
    private boolean opened;
    private Request request;
    private TimerHandle timer;
    boolean done;

    /** A cancel that came when nothing could be cancelled. */
    boolean cancelPending;

    Walker(World world, int number, List<String> steps) {
        this.world = world;
        this.number = number;
        this.steps = steps;
    }

    boolean atGate() {
        return gate != null && !opened;
    }

    void open() {
        opened = true;
        gate.open();
    }

    /** Whether it has to run in the next iteration. */
    boolean due() {
        return !done && (opened || gate == null && (request == null || !request.waits()));
    }

    /** Grows with whatever it does. */
    int progress() {
        return done ? Integer.MAX_VALUE : 2 * next + (gate == null ? 0 : 1);
    }

    boolean waitsForTime() {
        return timer != null;
    }

    void cancel() {
        task.cancel();
        if (request == null || !request.waits() && !request.interrupted()) {
            cancelPending = true;
        } else if (request.interrupted() || world.interrupt(request)) {
            request.cancelled = true;
        } else {
            cancelPending = true;
        }
    }

    @Override
    protected Object step(Object received) {
        if (gate != null) {
            outcome(received);
            gate = null;
            opened = false;
            if (begin() == SUSPENDED) {
                return SUSPENDED;
            }
        } else if (request != null) {
            Object outcome;
            try {
                outcome = describe(outcome(received));
            } catch (Throwable failure) {
                outcome = describe(failure);
            }
            ended(outcome);
        }
        if (next == steps.size()) {
            done = true;
            world.ended(this);
            return null;
        }
        gate = new Gate();
        return gate.awaitFrom(this);
    }

    private Object begin() {
        String text = steps.get(next++);
        boolean timeout = text.endsWith("~");
        List<Op> ops = world.ops(timeout ? text.substring(0, text.length() - 1) : text);
        request = new Request(this, text, ops);
        world.begin(request);
        boolean waits = request.waits();
        if (timeout || request.timed) {
            timer = task.loop().callLater(TIMEOUT, () -> world.timePassed(this.request));
        }
        Object outcome;
        try {
            Object given = awaitable(ops, timeout);
            if (given instanceof Awaitable<?> awaitable) {
                given = awaitable.awaitFrom(this);
            }
            if (given == SUSPENDED) {
                requireThat(waits, "suspends and has to be done at once");
                cancelIfPending();
                return SUSPENDED;
            }
            outcome = describe(given);
        } catch (Throwable failure) {
            outcome = describe(failure);
        }
        requireThat(!waits, "is done at once, with " + outcome + ", and has to wait");
        ended(outcome);
        return null;
    }

    private void cancelIfPending() {
        if (cancelPending && request.waits() && world.interrupt(request)) {
            cancelPending = false;
            request.cancelled = true;
        }
    }

    private Object awaitable(List<Op> ops, boolean timeout) throws Throwable {
        Object given = ops.size() == 1 ? ops.get(0).start(this) : select(ops);
        return timeout ? Weft.waitFor((Awaitable<?>) given, TIMEOUT) : given;
    }

    private Object select(List<Op> ops) throws Throwable {
        List<SelectClause<Object>> clauses = new ArrayList<>();
        for (Op op : ops) {
            String prefix = clauses.size() + ":";
            clauses.add(
                    Weft.<Object, Object>when(
                                    (Awaitable<?>) op.start(this), v -> prefix + describe(v))
                            .onFailure(Throwable.class, t -> prefix + describe(t)));
        }
        return Weft.select(clauses);
    }

    private void ended(Object outcome) {
        if (world.isTold()) {
            world.log(this + " " + request.text + " -> " + outcome);
        }
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        Request ended = request;
        request = null;
        if (ended.waits() || !ended.expected().equals(outcome)) {
            throw world.fail(
                    this
                            + " "
                            + ended.text
                            + " ends with "
                            + outcome
                            + " and has to "
                            + (ended.waits() ? "wait" : "end with " + ended.expected()));
        }
    }

    private Object describe(Object value) {
        if (value instanceof Permit permit) {
            if (!permits.contains(permit)) {
                permits.push(permit);
            }
            return "permit";
        }
        if (value instanceof Throwable failure) {
            return failure.getClass().getSimpleName();
        }
        return String.valueOf(value);
    }

    private void requireThat(boolean condition, String what) {
        if (!condition) {
            throw world.fail(this + " " + request.text + " " + what);
        }
    }

    @Override
    public String toString() {
        return "task " + number;
    }
}
