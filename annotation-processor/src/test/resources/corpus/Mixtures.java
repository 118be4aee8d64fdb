package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.io.IOException;
import java.util.function.Supplier;

/** Everything at once. */
public class Mixtures {

    private int made;

    /** Logs its ends, and holds back what is meant for it. */
    private class Room implements AsyncScope {
        final int number = ++made;
        final Class<? extends Throwable> held;

        Room(Class<? extends Throwable> held) {
            this.held = held;
        }

        @Override
        @Async
        public Coroutine<Throwable> exit(Throwable failure) {
            log("leave " + number);
            for (int i : each(count(2))) log(i);
            return done(held.isInstance(failure) ? null : failure);
        }
    }

    @Async
    private AsyncGenerator<Integer> count(int most) {
        int n = 0;
        try (var scope = new AsyncClose.Gate("count" + most)) {
            while (n < most) emit(await(later(n++)));
        } finally {
            log("counted " + n);
        }
        return end();
    }

    @Async
    private AsyncGenerator<String> pairs() throws Exception {
        outer:
        for (int a : each(count(3)))
            try (var scope = new Room(IllegalStateException.class)) {
                for (int b : each(count(3))) {
                    if (a == 1 && b == 1) throw new IllegalStateException("skipped");
                    if (a == 2 && b == 1) break outer;
                    Object sent = emit(a + "," + b);
                    if (sent != null) emit("sent " + sent);
                }
            } finally {
                emit("finally " + a);
                log(await(stage("done " + a)));
            }
        return end();
    }

    @Async
    public AsyncGenerator<String> all() throws Exception {
        for (String pair : each(pairs())) emit(pair);
        return end();
    }

    @Async
    public Coroutine<String> leftAnywhere() throws Exception {
        String text = "";
        for (int stop = 0; stop < 9; stop++) {
            int i = 0;
            try {
                for (String pair : each(pairs())) {
                    if (i++ < stop) continue;
                    text += pair;
                    break;
                }
            } catch (IllegalStateException e) {
                text += "!";
                log(e);
            }
        }
        return done(text);
    }

    @Async
    public Coroutine<String> sent() throws Exception {
        String text = "";
        try (var pairs = pairs()) {
            text += await(pairs.next());
            for (int i = 0; i < 6; i++) text += " " + await(pairs.send(i % 2 == 0 ? i : null));
        } catch (IllegalStateException e) {
            log(e);
            text += e.getMessage();
        }
        return done(text);
    }

    @Async
    public Coroutine<String> thrownInto() throws Exception {
        String text = "";
        for (int i = 0; i < 3; i++) {
            var pairs = pairs();
            try (var scope = new Room(IOException.class);
                    pairs) {
                text += await(pairs.next());
                Exception e = i == 0 ? new IllegalStateException("a") : new IOException("b" + i);
                text += await(pairs.throwInto(e));
                if (i == 2) text += await(pairs.throwInto(new IllegalStateException("c")));
            } catch (Exception e) {
                log(e);
                text += e.getMessage();
            }
        }
        return done(text);
    }

    @Async
    public Coroutine<Integer> everyStatement() throws Exception {
        int sum = 0;
        long wide = 1L << 40;
        for (int n : each(count(6))) {
            try (var scope = new Room(ArithmeticException.class)) {
                switch (n) {
                    case 0:
                        sum += n / (n - await(later(n)));
                    case 1:
                        for (int m : each(count(2))) sum += m;
                        break;
                    case 2:
                        continue;
                    case 3:
                        do {
                            sum += await(later(5));
                            if (sum > 15) break;
                        } while (sum < 100);
                        break;
                    default:
                        Supplier<Integer> s = () -> n;
                        sum += await(async(() -> {
                            for (int m : each(count(9))) if (m == s.get()) return done(m * 10);
                            return done(0);
                        }));
                        if (n == 4) break;
                        return done(sum + (int) (wide >> 40));
                }
                sum++;
            } finally {
                sum += sum % 2 == 0 ? await(later(1)) : 2;
            }
        }
        return done(-1);
    }

    @Async
    private AsyncGenerator<Integer> ping(int depth) throws Exception {
        if (depth > 0)
            for (int n : each(pong(depth - 1))) {
                try (var scope = new Room(IOException.class)) {
                    emit(n + 1);
                    if (n > 1) throw new IOException("ping");
                }
            }
        else emit(0);
        return end();
    }

    @Async
    private AsyncGenerator<Integer> pong(int depth) throws Exception {
        if (depth > 0)
            for (int n : each(ping(depth - 1))) {
                emit(n * 2 + await(later(0)));
                emit(n);
            }
        else emit(1);
        return end();
    }

    @Async
    public AsyncGenerator<Integer> pingPong() throws Exception {
        int most = 0;
        for (int n : each(ping(4))) {
            emit(n);
            if (most++ == 7) break;
        }
        return end();
    }

    @Async
    public Coroutine<String> coroutinesOfGenerators() throws Exception {
        var left = count(4);
        var right = count(4);
        String text = "";
        try (left;
                right) {
            while (true) text += await(left.next()) + await(right.next()) * 10 + " ";
        } catch (StopAsyncIteration end) {
            text += "stop";
        }
        return done(text);
    }
}
