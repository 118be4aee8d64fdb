package dev.weft;

import dev.weft.woven.Frame;
import dev.weft.woven.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A frame written by hand, for tests: steps of which each is given what the one before led to. A
 * step that gives an awaitable or a stage has it awaited; the last value is the result.
 */
final class Script<T> extends Frame<T> {
    interface Step<A> {
        Object run(A given) throws Throwable;
    }

    private record Op(Step<Object> onValue, Step<Throwable> onFailure) {}

    private final String name;
    private final List<Op> ops = new ArrayList<>();
    private int next;

    private Script(String name) {
        this.name = name;
    }

    static <T> Script<T> script(String name) {
        return new Script<>(name);
    }

    /** A script without a name that starts with a step. */
    static <T> Script<T> first(Step<Object> step) {
        return Script.<T>script("script").then(step);
    }

    /** What follows a value. */
    Script<T> then(Step<Object> step) {
        ops.add(new Op(step, null));
        return this;
    }

    /** What follows a failure. */
    Script<T> rescue(Step<Throwable> step) {
        ops.add(new Op(null, step));
        return this;
    }

    /** Runs either way, does not await, and leaves the value or failure as it is. */
    Script<T> last(Runnable action) {
        ops.add(
                new Op(
                        value -> {
                            action.run();
                            return value;
                        },
                        failure -> {
                            action.run();
                            throw failure;
                        }));
        return this;
    }

    @Override
    protected Object step(Object received) {
        return body(state > 0, received);
    }

    private Object body(boolean resumed, Object received) {
        Object value = null;
        Throwable failure = null;
        if (resumed) {
            try {
                value = outcome(received);
            } catch (Throwable t) {
                failure = t;
            }
        }
        while (next < ops.size()) {
            Op op = ops.get(next++);
            if ((failure == null ? op.onValue : op.onFailure) == null) {
                continue;
            }
            try {
                Object given = failure == null ? op.onValue.run(value) : op.onFailure.run(failure);
                failure = null;
                value = awaited(given);
                if (value == SUSPENDED) {
                    state = next;
                    return SUSPENDED;
                }
            } catch (Throwable t) {
                failure = t;
            }
        }
        if (failure != null) {
            throw Sneaky.rethrow(failure);
        }
        return value;
    }

    private Object awaited(Object given) {
        if (given instanceof Awaitable<?> awaitable) {
            return awaitable.awaitFrom(this);
        }
        return given instanceof CompletionStage<?> stage ? Woven.await(stage, this) : given;
    }

    /** The k-th step stands on line 10 k. */
    @Override
    protected String trace() {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= ops.size(); i++) {
            lines.append(i == 1 ? "" : ",").append(10 * i);
        }
        return "app.Program\n" + name + "\nProgram.java\n" + lines;
    }
}
