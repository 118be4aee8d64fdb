package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.io.IOException;

/** {@code return other}: the other's value, awaited where the return stands. */
public class Tails {

    @Async
    private Coroutine<String> other(String s) {
        log("other " + s);
        return done(s + await(later("!")));
    }

    @Async
    private Coroutine<String> failing(String s) throws IOException {
        await(later(0));
        throw new IOException(s);
    }

    @Async
    public Coroutine<String> plain() {
        log("plain");
        return other(await(later("p")));
    }

    @Async
    public Coroutine<String> only() {
        return other("only");
    }

    @Async
    public Coroutine<String> insideTry() {
        try {
            return failing("inside");
        } catch (IOException e) {
            return other("caught " + e.getMessage());
        }
    }

    @Async
    public Coroutine<String> beforeFinally() {
        try {
            return other("first");
        } finally {
            log("then finally" + await(later("!")));
        }
    }

    @Async
    public Coroutine<String> inFinally() {
        try {
            log(await(later("try")));
        } finally {
            log("fin");
        }
        try {
            throw new IllegalStateException("lost");
        } catch (IllegalStateException e) {
            return other(e.getMessage());
        } finally {
            log(await(later("last")));
        }
    }

    static class Door implements AutoCloseable {
        @Override
        public void close() throws IOException {
            log("close");
        }
    }

    @Async
    public Coroutine<String> insideResources() throws IOException {
        try (Door door = new Door()) {
            return other("in");
        }
    }

    @Async
    public Coroutine<String> failingInsideResources() {
        try (Door a = new Door();
                Door b = new Door()) {
            return failing("in");
        } catch (IOException e) {
            return done("caught" + await(later("!")));
        }
    }

    @Async
    public Coroutine<String> conditional() throws IOException {
        return await(later(true)) ? other("yes") : failing("no");
    }

    @Async
    public Coroutine<String> mixedConditional() {
        return await(later(false)) ? other("yes") : done("done" + await(later("!")));
    }

    @Async
    public Coroutine<String> switched() throws IOException {
        return switch (await(later(2))) {
            case 1 -> failing("one");
            case 2 -> {
                log(await(later("in the switch")));
                yield other(await(later("two")));
            }
            default -> done("none");
        };
    }

    @Async
    public Coroutine<String> inALoop() {
        for (int i = 0; ; i++) {
            try {
                if (i == 2) return other("at " + i);
                await(fail(new IllegalStateException("again")));
            } catch (IllegalStateException e) {
                log(e.getMessage());
            }
        }
    }

    @Async
    public Coroutine<String> ofALambda() {
        return async(() -> other("lambda" + await(later(1))));
    }

    @Async
    public Coroutine<Void> ofVoid() {
        return async(() -> {
            log(await(later("in")));
            return done();
        });
    }

    @Async
    private <T> Coroutine<T> same(T value) {
        return done(value);
    }

    @Async
    public Coroutine<? extends Number> wildcard() {
        return await(later(true)) ? same(1) : same(2.0);
    }

    @Async
    private Coroutine<Integer> countdown(int n) {
        log(n);
        if (n == 0) return done(await(later(0)));
        return countdown(n - 1);
    }

    @Async
    public Coroutine<Integer> recursive() {
        return countdown(5);
    }

    @Async
    public Coroutine<String> viaParenthesesAndCast() {
        Object boxed = "o";
        return (Coroutine<String>) (other((String) boxed));
    }
}
