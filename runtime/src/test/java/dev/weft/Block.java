package dev.weft;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A try-with-resources over a scope as woven code runs it, for tests: gives what the body gives, or
 * "left quietly" if the scope held back what left the body.
 */
final class Block<S extends AsyncScope> extends Coroutine<Object> {
    private final Supplier<S> open;
    private final Function<S, Object> body;
    private S scope;
    private Object value;
    private Throwable failure;
    private boolean exiting;

    private Block(Supplier<S> open, Function<S, Object> body) {
        this.open = open;
        this.body = body;
    }

    static <S extends AsyncScope> Block<S> in(Supplier<S> open, Function<S, Object> body) {
        return new Block<>(open, body);
    }

    @Override
    protected Object step(Object received) throws Exception {
        if (exiting) {
            return left(outcome(received));
        }
        try {
            value = scope == null ? begin() : outcome(received);
        } catch (Throwable t) {
            if (scope == null) {
                throw t;
            }
            failure = t;
            value = null;
        }
        if (value == SUSPENDED) {
            return SUSPENDED;
        }
        exiting = true;
        Object leaving =
                failure == null
                        ? scope.exit(null).awaitFrom(this)
                        : awaitClose(scope, failure, this);
        return leaving == SUSPENDED ? SUSPENDED : left(leaving);
    }

    private Object begin() {
        scope = open.get();
        Object given = body.apply(scope);
        return given instanceof Coroutine<?> coroutine ? coroutine.awaitFrom(this) : given;
    }

    private Object left(Object leaving) {
        if (leaving instanceof Throwable t) {
            throw Sneaky.rethrow(t);
        }
        return failure == null ? value : "left quietly";
    }

    @Override
    protected String trace() {
        return "app.Program\nblock\nProgram.java\n7";
    }

    @Override
    protected int suspensionPoint() {
        return 1;
    }
}
