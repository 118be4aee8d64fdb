package dev.weft;

import dev.weft.woven.GeneratorFrame;
import dev.weft.woven.Woven;
import java.util.ArrayList;
import java.util.List;

/**
 * A generator's frame written by hand, for tests, as {@link Script} is a coroutine's. A step that
 * gives an {@link Emit} emits; the next step is given what was sent.
 */
final class Emitter<T> extends GeneratorFrame<T> {
    record Emit(Object element) {}

    private record Op(Script.Step<Object> onValue, Script.Step<Throwable> onFailure, int backTo) {}

    private final String name;
    private final List<Op> ops = new ArrayList<>();
    private int next;
    boolean released;

    private Emitter(String name) {
        this.name = name;
    }

    static <T> Emitter<T> emitter(String name) {
        return new Emitter<>(name);
    }

    /** One that emits these. */
    @SafeVarargs
    static <T> Emitter<T> emitting(T... elements) {
        Emitter<T> emitter = emitter("emitting");
        for (T element : elements) {
            emitter.emit(element);
        }
        return emitter;
    }

    /** One that emits 0, 1, 2 and so on, without end. */
    static Emitter<Integer> counting() {
        int[] count = {0};
        return Emitter.<Integer>emitter("counting").then(v -> new Emit(count[0]++)).again(0);
    }

    Emitter<T> emit(Object element) {
        return then(v -> new Emit(element));
    }

    Emitter<T> then(Script.Step<Object> step) {
        ops.add(new Op(step, null, -1));
        return this;
    }

    /** Goes back to a step, with a value. */
    Emitter<T> again(int step) {
        ops.add(new Op(null, null, step));
        return this;
    }

    Emitter<T> rescue(Script.Step<Throwable> step) {
        ops.add(new Op(null, step, -1));
        return this;
    }

    /** Runs either way and leaves the failure as it is; may await or emit. */
    Emitter<T> last(Script.Step<Object> action) {
        Throwable[] kept = new Throwable[1];
        ops.add(
                new Op(
                        action,
                        failure -> {
                            kept[0] = failure;
                            return action.run(null);
                        },
                        -1));
        return then(
                v -> {
                    if (kept[0] != null) {
                        throw kept[0];
                    }
                    return v;
                });
    }

    @Override
    public Object nextFrom(Coroutine<?> awaiter) {
        Object early = begin(awaiter);
        if (early != null) {
            return early;
        }
        try {
            return leaveWith(body(null));
        } catch (Throwable failure) {
            throw Sneaky.rethrow(failWith(failure));
        }
    }

    @Override
    protected Object proceed(Object received) {
        return body(received);
    }

    @Override
    protected void release() {
        released = true;
    }

    private Object body(Object received) {
        Object value = null;
        Throwable failure = null;
        if (state > 0) {
            try {
                value = outcome(received);
            } catch (Throwable t) {
                failure = t;
            }
        }
        while (next < ops.size()) {
            Op op = ops.get(next++);
            if (op.backTo >= 0) {
                next = failure == null ? op.backTo : next;
                continue;
            }
            if ((failure == null ? op.onValue : op.onFailure) == null) {
                continue;
            }
            try {
                Object given = failure == null ? op.onValue.run(value) : op.onFailure.run(failure);
                failure = null;
                value = stepped(given);
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
        return Woven.ended(Weft.end(), this);
    }

    private Object stepped(Object given) {
        if (given instanceof Emit emit) {
            return Woven.emit(emit.element, this);
        }
        return given instanceof Awaitable<?> awaitable ? awaitable.awaitFrom(this) : given;
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
