package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.io.IOException;
import java.util.*;

/** try-with-resources over resources whose close is awaited. */
public class AsyncClose {

    static class Gate implements AsyncCloseable {
        final String name;
        final boolean jammed;

        Gate(String name, boolean jammed) {
            log("open " + name);
            this.name = name;
            this.jammed = jammed;
        }

        Gate(String name) {
            this(name, false);
        }

        @Async
        static Coroutine<Gate> open(String name) {
            await(later(0));
            return done(new Gate(name));
        }

        @Override
        @Async
        public Coroutine<Void> closeAsync() throws IOException {
            log("closes " + name);
            await(later(0));
            if (jammed) throw new IOException("jammed " + name);
            log("closed " + name);
            return done();
        }
    }

    /** Closes without an await, in a plain method. */
    static class Quick implements AsyncCloseable {
        @Override
        public Coroutine<Void> closeAsync() {
            log("quick");
            return done();
        }
    }

    static class Both extends Gate {
        Both(String name) {
            super(name);
        }

        String name() {
            return name;
        }
    }

    record Door(String name) implements AutoCloseable {
        @Override
        public void close() {
            log("slam " + name);
        }
    }

    interface Link extends AsyncCloseable {
        String text();
    }

    @Async
    private static AsyncGenerator<Integer> numbers(int most) {
        try {
            for (int i = 0; i < most; i++) emit(await(later(i)));
        } finally {
            log("numbers end");
            await(later(0));
        }
        return end();
    }

    @Async
    public Coroutine<String> one() {
        String all = "";
        try (Gate gate = new Gate("a")) {
            all += gate.name + await(later("in"));
        }
        log("behind");
        return done(all);
    }

    @Async
    public Coroutine<Integer> emptyBody() {
        try (var gate = new Gate("a")) {}
        try (var quick = new Quick()) {}
        try (Gate none = null) {}
        return done(1);
    }

    @Async
    public Coroutine<String> awaitedResource() {
        try (var gate = await(Gate.open("a"))) {
            return done(v("result", gate.name));
        }
    }

    @Async
    public Coroutine<String> returnsACall() {
        try (var gate = await(Gate.open("a"))) {
            return one();
        }
    }

    @Async
    public Coroutine<Void> returnsNothing() {
        try (var gate = new Gate("a")) {
            return done();
        }
    }

    @Async
    public java.util.concurrent.CompletableFuture<String> hot() {
        try (var gate = new Gate("a")) {
            return java.util.concurrent.CompletableFuture.completedFuture(gate.name);
        }
    }

    @Async
    public Coroutine<String> throwsOut() {
        try (Gate gate = new Gate("a")) {
            throw new IllegalStateException("body" + await(later(1)));
        } catch (IllegalStateException e) {
            return done(e.getMessage() + await(later("caught")));
        } finally {
            log("finally" + await(later(2)));
        }
    }

    @Async
    public Coroutine<String> several() {
        String all = "";
        try (Gate a = new Gate("a");
                Door door = new Door("d");
                Gate b = await(Gate.open("b"));
                Quick c = new Quick();
                var words = numbers(2)) {
            all += a.name + door.name() + b.name + await(words.next());
            if (await(later(true))) all += await(words.next());
        }
        return done(all);
    }

    @Async
    public Coroutine<String> nulls() {
        Gate none = null;
        String all = "";
        try (Gate a = await(later((Gate) null));
                Gate b = new Gate("b");
                none) {
            all += b.name;
            if (a == null) throw new IOException("null");
        } catch (IOException e) {
            all += e.getMessage();
        }
        return done(all);
    }

    @Async
    public Coroutine<String> existingVariable() {
        Gate gate = await(Gate.open("a"));
        final Quick field = quick;
        try (gate;
                this.quick) {
            log(await(later("in")));
        }
        return done(gate.name);
    }

    private final Quick quick = new Quick();

    @Async
    public Coroutine<String> closeFails() {
        String all = "";
        try (Gate gate = new Gate("a", true)) {
            all += await(later("body"));
        } catch (Exception e) {
            log(e);
            all += e.getMessage();
        }
        try (Gate gate = new Gate("b", true)) {
            return done("lost" + await(later(1)));
        } catch (Exception e) {
            all += e.getMessage();
        }
        return done(all);
    }

    @Async
    public Coroutine<String> closeFailsBehindAFailure() {
        try (Gate a = new Gate("a", true);
                Gate b = new Gate("b", true);
                Gate c = new Gate("c")) {
            await(later(0));
            throw new IllegalArgumentException("body");
        } catch (IllegalArgumentException e) {
            log(e);
            return done(e.getMessage() + e.getSuppressed().length);
        }
    }

    @Async
    public Coroutine<String> secondCannotBeOpened() {
        try (Gate a = new Gate("a");
                Gate b = await(fail(new IOException("stuck")), IOException.class)) {
            return done("never" + b.name);
        } catch (IOException e) {
            log(e);
            return done(e.getMessage());
        }
    }

    @Async
    public Coroutine<String> jumps() {
        String all = "";
        outer:
        for (int i = 0; i < 5; i++) {
            try (Gate a = new Gate("a" + i)) {
                if (i == 0) continue;
                while (true) {
                    try (Gate b = await(Gate.open("b" + i))) {
                        if (i == 1) continue outer;
                        if (i == 2) break;
                        if (i == 3) break outer;
                    } finally {
                        all += await(later("f" + i));
                    }
                }
                all += a.name;
            }
        }
        return done(all);
    }

    @Async
    public Coroutine<String> nestedWithCatch() {
        String all = "";
        for (int i = 0; i < 3; i++)
            try (Gate a = new Gate("a", i == 2)) {
                try (Gate b = new Gate("b", i > 0)) {
                    if (i == 0) throw new IOException("zero");
                    all += await(later(i));
                } catch (IOException e) {
                    log(e);
                    all += e.getMessage() + await(later("c"));
                    if (i == 2) throw new IllegalStateException(e);
                }
            } catch (Exception e) {
                log(e);
                all += "outer" + await(later(i));
            }
        return done(all);
    }

    @Async
    public Coroutine<String> inFinallyAndCatch() {
        String all = "";
        try {
            throw new IOException("first");
        } catch (IOException e) {
            try (Gate a = new Gate("in catch")) {
                all += e.getMessage() + await(later(1));
            }
        } finally {
            try (Gate a = new Gate("in finally")) {
                all += await(later(2));
            }
        }
        return done(all);
    }

    @Async
    public Coroutine<Integer> inSwitchExpression() {
        int sum = 0;
        for (int i = 0; i < 3; i++)
            sum += v("left", i) + switch (i) {
                case 0 -> {
                    try (Gate a = new Gate("a")) {
                        yield await(later(10));
                    }
                }
                case 1 -> {
                    try (Gate a = new Gate("a", true)) {
                        yield v("lost", 20);
                    } catch (Exception e) {
                        yield await(later(30));
                    }
                }
                default -> {
                    try (Gate a = new Gate("a")) {
                        sum++;
                    }
                    yield sum;
                }
            };
        return done(sum);
    }

    @Async
    public Coroutine<String> wideLocalsAndOperands() {
        long l = 1;
        double d = 2;
        try (Gate a = new Gate("a")) {
            long in = l + await(later(3));
            try (Gate b = await(Gate.open("b" + in))) {
                d += in * await(later(2.5));
                l++;
            }
            return done("" + l + d + in);
        }
    }

    @Async
    public Coroutine<String> lambdasInside() throws Exception {
        try (Gate a = new Gate("a")) {
            AsyncSupplier<String> lambda = () -> {
                try (Gate b = await(Gate.open("b" + a.name))) {
                    return done(b.name + a.name);
                }
            };
            return done(await(lambda.get()) + await(async(() -> {
                try (a) {
                    return done("again");
                }
            })));
        }
    }

    @Async
    public Coroutine<String> lambdaAsAResource() {
        String all = "";
        try (AsyncCloseable lambda = () -> {
                    log("lambda closes" + await(later(1)));
                    return done();
                };
                AutoCloseable plain = () -> log("plain closes")) {
            all += await(later("in"));
        } catch (Exception e) {
            all += e.getMessage();
        }
        return done(all);
    }

    @Async
    public Coroutine<String> otherStaticTypes() throws Exception {
        String all = "";
        try (Both both = new Both("both")) {
            all += both.name() + await(later(1));
        }
        Link link = new Link() {
            @Override
            public String text() {
                return "link";
            }

            @Override
            @Async
            public Coroutine<Void> closeAsync() {
                log("link closes" + await(later(2)));
                return done();
            }
        };
        try (link) {
            all += link.text();
        }
        return done(all + await(generic(new Gate("generic"))) + await(generic(new Both("g2"))));
    }

    @Async
    private static <T extends Gate & Comparable<T>> Coroutine<String> intersection(T gate) {
        try (gate) {
            return done(gate.name);
        }
    }

    @Async
    private static <T extends AsyncCloseable> Coroutine<String> generic(T gate) {
        try (T same = gate) {
            return done(await(later("generic")) + (same == gate));
        }
    }

    static class Ordered extends Gate implements Comparable<Ordered> {
        Ordered(String name) {
            super(name);
        }

        @Override
        public int compareTo(Ordered other) {
            return name.compareTo(other.name);
        }
    }

    @Async
    public Coroutine<String> intersections() {
        return done(await(intersection(new Ordered("o"))));
    }

    @Async
    public Coroutine<String> closeAsAStatement() {
        Gate gate = new Gate("a");
        new Gate("b").close();
        try {
            gate.close();
            new Gate("c", true).close();
        } catch (Exception e) {
            return done(e.getMessage());
        }
        return done("no");
    }

    @Async
    public Coroutine<String> generatorAsAResource() throws Exception {
        String all = "";
        try (var numbers = numbers(4)) {
            all += await(numbers.next());
            for (int n : each(numbers)) {
                all += n;
                if (n == 1) break;
            }
            log("loop left");
        }
        try (var numbers = numbers(2)) {
            all += await(numbers.next());
            throw new IOException("out");
        } catch (IOException e) {
            all += e.getMessage();
        }
        try (var fresh = numbers(2)) {
            all += "fresh";
        }
        return done(all);
    }

    @Async
    private AsyncGenerator<String> guarded(boolean jammed) {
        try (Gate a = new Gate("outer", jammed)) {
            emit(a.name);
            for (int i = 0; ; i++) {
                try (Gate b = await(Gate.open("inner" + i))) {
                    emit(b.name);
                    if (i == 2) return end();
                }
            }
        }
    }

    @Async
    public Coroutine<String> inGenerators() {
        String all = "";
        for (var s : each(guarded(false))) all += s;
        for (var s : each(guarded(false))) if (s.equals("inner1")) break;
        for (var s : each(guarded(false))) break;
        try {
            for (var s : each(guarded(true))) break;
        } catch (Exception e) {
            log(e);
            all += e.getMessage();
        }
        try {
            for (var s : each(guarded(true))) if (s.equals("inner1")) throw new IOException("body");
        } catch (IOException e) {
            log(e);
            all += e.getSuppressed().length;
        }
        return done(all);
    }

    @Async
    public Coroutine<String> eachInside() {
        String all = "";
        outer:
        for (int i = 0; i < 3; i++)
            try (Gate a = new Gate("a" + i)) {
                for (int n : each(numbers(4))) {
                    try (Gate b = await(Gate.open("b" + n))) {
                        all += n;
                        if (n == 0) continue;
                        if (n == 1 && i == 0) break;
                        if (n == 1 && i == 1) continue outer;
                        if (n == 2) return done(v("result", all));
                    }
                }
                all += a.name;
            }
        return done("no");
    }

    @Async
    public Coroutine<String> closedBehindTheLoop() {
        try (Gate a = new Gate("a")) {
            for (int n : each(reading(a, 3))) if (n == 1) return done("r" + n);
        }
        return done("no");
    }

    @Async
    private static AsyncGenerator<Integer> reading(Gate gate, int most) {
        try {
            for (int i = 0; i < most; i++) emit(await(later(i)));
        } finally {
            log("reads no more from " + gate.name);
        }
        return end();
    }

    @Async
    public Coroutine<String> bodyFailsWithWhatCloseFailsWith() {
        var same = new IllegalStateException("same");
        try (AsyncCloseable a = () -> {
            await(later(0));
            throw same;
        }) {
            await(later(1));
            throw new IOException("other");
        } catch (Exception e) {
            log(e);
            return done(e.getMessage());
        }
    }

    @Async
    public Coroutine<String> uninitialisedLocals() {
        String s;
        int n;
        try (Gate a = new Gate("a")) {
            n = await(later(1));
            s = a.name + n;
        }
        return done(s + n);
    }

    @Async
    public Coroutine<String> synchronizedBeside() {
        try (Gate a = new Gate("a")) {
            synchronized (this) {
                log("locked");
            }
            log(await(later(1)));
        }
        return done("end");
    }

    @Async
    public Coroutine<List<String>> manyOnTheWayOut() {
        List<String> all = new ArrayList<>();
        try (Gate a = new Gate("a")) {
            try (Gate b = new Gate("b")) {
                try (Gate c = new Gate("c", true)) {
                    all.add(await(later("body")));
                    throw new IOException("io");
                } finally {
                    all.add(await(later("one")));
                }
            } finally {
                all.add(await(later("two")));
            }
        } catch (IOException e) {
            log(e);
            all.add(e.getMessage());
        }
        return done(all);
    }
}
