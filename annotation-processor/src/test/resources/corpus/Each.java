package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.io.IOException;
import java.util.*;
import java.util.function.Supplier;

/** Loops over each, and all the ways out of them. */
public class Each {

    /** An iterator of its own, which says when it is closed, and may fail in it. */
    static class Counter implements AsyncIterator<Integer> {
        final String name;
        final int most;
        final boolean jammed;
        int next;

        Counter(String name, int most, boolean jammed) {
            this.name = name;
            this.most = most;
            this.jammed = jammed;
        }

        @Override
        @Async
        public Coroutine<Integer> next() throws IOException {
            log(name + " next " + next);
            if (next == most) throw new StopAsyncIteration();
            return done(await(later(next++)));
        }

        @Override
        @Async
        public Coroutine<Void> closeAsync() throws IOException {
            log(name + " closes");
            await(later(0));
            if (jammed) throw new IOException("jammed " + name);
            log(name + " closed");
            return done();
        }
    }

    static AsyncIterable<Integer> counter(String name, int most, boolean jammed) {
        return () -> {
            log("iterator of " + name);
            return new Counter(name, most, jammed);
        };
    }

    static AsyncIterable<Integer> counter(String name, int most) {
        return counter(name, most, false);
    }

    @Async
    static AsyncGenerator<Integer> numbers(String name, int most) {
        try {
            for (int i = 0; i < most; i++) emit(await(later(i)));
        } finally {
            log("end of " + name);
            await(later(0));
            log("ended " + name);
        }
        return end();
    }

    @Async
    static AsyncGenerator<Integer> jammed(String name, int most) throws IOException {
        try {
            for (int i = 0; i < most; i++) emit(i);
        } finally {
            log("end of " + name);
            if (await(later(true))) throw new IOException("jammed " + name);
        }
        return end();
    }

    @Async
    public Coroutine<String> over() {
        String all = "";
        for (int n : each(counter("c", 3))) all += n;
        for (var n : each(counter("c", 0))) all += n;
        for (final Integer n : each(numbers("g", 2))) all += n;
        for (Object o : each(numbers("g", 1))) all += o;
        for (long l : each(numbers("g", 2))) all += l * 2;
        return done(all);
    }

    @Async
    public Coroutine<String> awaitsInTheBody() {
        String all = "";
        long before = 1;
        for (int n : each(numbers("g", 3))) {
            double d = n + await(later(0.5));
            all += d + await(later(before++));
            log(all);
        }
        return done(all + before);
    }

    @Async
    public Coroutine<String> emptyBody() {
        for (var n : each(counter("c", 2))) ;
        for (var n : each(numbers("g", 2))) {}
        return done("end");
    }

    @Async
    public Coroutine<Integer> breaks() {
        int sum = 0;
        for (int n : each(counter("c", 5))) {
            if (n == 2) break;
            sum += n;
        }
        log("behind");
        for (int n : each(numbers("g", 5))) {
            if (n == await(later(2))) break;
            sum += n;
        }
        log("behind");
        for (int n : each(numbers("g", 5))) break;
        return done(sum);
    }

    @Async
    public Coroutine<Integer> continues() {
        int sum = 0;
        for (int n : each(counter("c", 4))) {
            if (n == 1) continue;
            sum = sum * 10 + n;
            if (await(later(n)) == 2) continue;
            sum++;
        }
        return done(sum);
    }

    @Async
    public Coroutine<Integer> returns() {
        for (int n : each(counter("c", 4))) {
            log(n);
            if (n == 2) return done(v("result", n) + 40);
        }
        return done(-1);
    }

    @Async
    public Coroutine<Integer> returnsACall() {
        for (int n : each(numbers("g", 4))) if (n == 1) return breaks();
        return done(-1);
    }

    @Async
    public Coroutine<Void> returnsNothing() {
        for (int n : each(numbers("g", 4))) if (n == 1) return done();
        return done();
    }

    @Async
    public java.util.concurrent.CompletableFuture<Integer> hot() {
        for (int n : each(numbers("g", 4)))
            if (n == 1) return java.util.concurrent.CompletableFuture.completedFuture(n);
        return java.util.concurrent.CompletableFuture.completedFuture(-1);
    }

    @Async
    public Coroutine<Integer> returnsAtOnce() {
        for (int n : each(counter("c", 4))) return done(n);
        return done(-1);
    }

    @Async
    public Coroutine<String> throwsOut() {
        try {
            for (int n : each(counter("c", 4))) if (n == 1) throw new IOException("out " + n);
            return done("no");
        } catch (IOException e) {
            return done(e.getMessage() + await(later("!")));
        }
    }

    @Async
    public Coroutine<String> closeFailsAfterBreak() {
        String all = "";
        try {
            for (int n : each(counter("c", 4, true))) {
                all += n;
                break;
            }
            all += "no";
        } catch (Exception e) {
            log(e);
            all += e.getMessage();
        }
        try {
            for (int n : each(jammed("g", 3))) if (n == 1) break;
        } catch (IOException e) {
            all += e.getMessage();
        }
        return done(all);
    }

    @Async
    public Coroutine<String> closeFailsAfterReturn() throws IOException {
        for (int n : each(jammed("g", 3))) if (n == 1) return done("lost" + n);
        return done("no");
    }

    @Async
    public Coroutine<String> closeFailsAfterThrow() {
        try {
            for (int n : each(counter("c", 4, true)))
                for (int m : each(jammed("g", 3))) throw new IllegalStateException("body " + n + m);
        } catch (Exception e) {
            log(e);
            return done(e.getMessage() + e.getSuppressed().length);
        }
        return done("no");
    }

    @Async
    public Coroutine<String> closeFailsAtTheEnd() {
        String all = "";
        for (int n : each(counter("not closed", 2, true))) all += n;
        try {
            for (int n : each(jammed("g", 2))) all += n;
        } catch (IOException e) {
            all += e.getMessage();
        }
        return done(all);
    }

    @Async
    public Coroutine<String> nested() {
        String all = "";
        for (int a : each(counter("a", 3)))
            for (int b : each(numbers("b" + a, a)))
                for (var c : each(counter("c" + b, b + 1))) all += a + "" + b + c + " ";
        return done(all);
    }

    @Async
    public Coroutine<String> labels() {
        String all = "";
        outer:
        for (int a : each(counter("a", 4))) {
            middle:
            for (int b : each(numbers("b", 4))) {
                for (int c : each(counter("c", 4))) {
                    all += a + "" + b + c + " ";
                    if (c == 1) break;
                    if (b == 1) continue middle;
                    if (b == 2 && a == 0) continue outer;
                    if (b == 2 && a == 1) break middle;
                    if (a == 2) break outer;
                }
                log("inner ends");
            }
            log("middle ends");
        }
        return done(all);
    }

    @Async
    public Coroutine<String> labelledBlocks() {
        String all = "";
        block:
        {
            for (int n : each(counter("c", 3))) {
                all += n;
                if (n == 1) break block;
            }
            all += "no";
        }
        one:
        two:
        for (int n : each(counter("d", 3))) {
            if (n == 0) continue two;
            all += n;
            if (n == 1) break one;
        }
        return done(all);
    }

    @Async
    public Coroutine<Integer> returnsOutOfNested() {
        for (int a : each(counter("a", 3)))
            for (int b : each(numbers("b", 3)))
                for (int c : each(jammedAt(a, b)))
                    if (a + b + c == 3) return done(v("r", a * 100) + b * 10 + c);
        return done(0);
    }

    private static AsyncIterable<Integer> jammedAt(int a, int b) {
        return counter("c" + a + b, 2);
    }

    @Async
    public Coroutine<String> ordinaryLoopsAround() {
        String all = "";
        outer:
        for (int i = 0; i < 4; i++) {
            int j = 0;
            while (true) {
                for (int n : each(numbers("g", 3))) {
                    all += i + "" + j + n + " ";
                    if (n == i) continue outer;
                    if (j == 1) break outer;
                    if (n == 2) break;
                }
                if (++j > 2) break;
            }
        }
        return done(all);
    }

    @Async
    public Coroutine<String> ordinaryLoopsWithin() {
        String all = "";
        for (int n : each(counter("c", 3))) {
            for (int i = 0; i < 3; i++) {
                if (i == n) break;
                all += i;
                await(later(i));
            }
            int[] array = {n, await(later(n)) + 1};
            for (int m : array) all += m;
            do all += await(later("d"));
            while (all.length() < n);
        }
        return done(all);
    }

    @Async
    public Coroutine<String> inTry() {
        String all = "";
        for (int i = 0; i < 3; i++) {
            try {
                for (int n : each(counter("c" + i, 3))) {
                    all += n;
                    if (i == 0 && n == 1) break;
                    if (i == 1 && n == 1) throw new IOException("io");
                }
                all += "e";
            } catch (IOException e) {
                all += await(later(e.getMessage()));
            } finally {
                log(await(later("finally " + i)));
            }
        }
        return done(all);
    }

    @Async
    public Coroutine<String> leftThroughFinally() {
        String all = "";
        outer:
        for (int i = 0; i < 4; i++) {
            try {
                for (int n : each(counter("c" + i, 3))) {
                    if (n == 1 && i == 0) continue outer;
                    if (n == 1 && i == 1) break outer;
                    all += n;
                }
            } finally {
                log("finally begins");
                all += await(later("f"));
                log("finally ends");
            }
        }
        return done(all);
    }

    @Async
    public Coroutine<String> returnsThroughFinally() {
        try {
            for (int n : each(counter("c", 3))) if (n == 1) return done(v("result", "r" + n));
        } finally {
            log("finally begins");
            log(await(later("f")));
        }
        return done("no");
    }

    @Async
    public Coroutine<String> returnsThroughManyFinallies() {
        try {
            for (int a : each(counter("a", 3))) {
                try {
                    try {
                        for (int b : each(numbers("b", 3))) {
                            try {
                                if (a + b == 2) return done(v("result", "r" + a + b));
                            } finally {
                                log("innermost " + await(later(b)));
                            }
                        }
                    } finally {
                        for (int c : each(counter("in finally", 2))) log("inner " + c);
                    }
                } finally {
                    log("middle");
                    for (int c : each(numbers("in finally", 2))) if (await(later(c)) == 0) break;
                }
            }
        } finally {
            log("outer");
        }
        return done("no");
    }

    @Async
    public Coroutine<String> finallyFails() {
        String all = "";
        for (int i = 0; i < 3; i++) {
            try {
                for (int a : each(counter("a", 3))) {
                    try {
                        for (int b : each(counter("b", 3, i == 1))) {
                            if (i < 2) break;
                            throw new IllegalStateException("body");
                        }
                    } finally {
                        log("fails");
                        if (i != 1) await(fail(new IOException("finally" + a)), IOException.class);
                    }
                }
            } catch (Exception e) {
                log(e);
                all += e.getMessage();
            }
        }
        return done(all);
    }

    @Async
    public Coroutine<String> tryWithin() {
        String all = "";
        for (int n : each(counter("c", 5))) {
            try {
                if (n == 1) continue;
                if (n == 2) throw new IOException("two");
                if (n == 3) break;
                all += n;
            } catch (IOException e) {
                all += e.getMessage() + await(later(n));
            } finally {
                all += "f" + await(later(n));
            }
            all += ";";
        }
        return done(all);
    }

    @Async
    public Coroutine<String> inCatchAndFinally() {
        String all = "";
        try {
            throw new IOException("first");
        } catch (IOException e) {
            for (int n : each(numbers("in catch", 3))) {
                all += e.getMessage() + n;
                if (n == 1) break;
            }
        } finally {
            for (int n : each(counter("in finally", 3))) {
                all += n;
                if (await(later(n)) == 1) break;
            }
        }
        try {
            for (int n : each(numbers("before", 3))) if (n == 1) throw new IOException("second");
        } catch (IOException e) {
            for (int n : each(numbers("behind", 3))) if (n == 1) return done(all + n);
        } finally {
            for (int n : each(counter("last", 2))) all += n;
            log(all);
        }
        return done("no");
    }

    @Async
    public Coroutine<String> overrulingFinally() {
        String all = "";
        for (int n : each(counter("c", 4))) {
            try {
                if (n == 1) throw new IllegalStateException("dropped");
                if (n == 2) return done("never");
                all += n;
            } finally {
                if (n < 3) continue;
                break;
            }
        }
        return done(all);
    }

    @Async
    public Coroutine<Integer> aboveOperands() {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += v("left", i) * switch (i) {
                case 0 -> {
                    int inner = 1;
                    for (int n : each(counter("c", 3))) inner += n;
                    yield inner;
                }
                case 1 -> {
                    for (int n : each(counter("d", 3))) if (n == 1) yield n + await(later(10));
                    yield 0;
                }
                default -> {
                    int inner = 0;
                    for (int a : each(counter("e", 2)))
                        for (int b : each(numbers("f", 3))) if (b > a) inner += await(later(b));
                    yield inner;
                }
            };
        }
        return done(sum);
    }

    @Async
    public Coroutine<Integer> inSwitchExpressions() {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += v("left", i) * 3 + switch (i) {
                case 0 -> {
                    int inner = 0;
                    for (int n : each(counter("c", 3))) inner += n;
                    yield inner;
                }
                case 1 -> {
                    for (int n : each(counter("d", 3))) if (n == 1) yield n + 10;
                    yield 0;
                }
                case 2 -> {
                    for (int a : each(counter("e", 3)))
                        for (int b : each(numbers("f", 3))) {
                            if (b == 1) break;
                            if (a == await(later(2))) yield a * 100;
                        }
                    yield -1;
                }
                default -> {
                    try {
                        for (int n : each(numbers("g", 3))) if (n == 1) yield v("y", n);
                    } finally {
                        log(await(later("finally")));
                    }
                    yield 0;
                }
            };
        }
        return done(sum);
    }

    @Async
    public Coroutine<String> inSwitchStatements() {
        String all = "";
        for (int i = 0; i < 4; i++)
            switch (i) {
                case 0:
                    for (int n : each(counter("c", 3))) {
                        if (n == 1) break;
                        all += n;
                    }
                case 1:
                    for (int n : each(counter("d", 3))) {
                        all += n;
                        if (n == 1) continue;
                    }
                    break;
                default:
                    for (int n : each(counter("e", 3)))
                        switch (await(later(n))) {
                            case 0 -> all += "zero";
                            case 1 -> {
                                all += "one";
                                continue;
                            }
                            default -> {
                                if (i == 3) return done(all);
                                all += "two";
                            }
                        }
            }
        return done("no");
    }

    @Async
    public Coroutine<String> capturedVariables() {
        List<Supplier<String>> all = new ArrayList<>();
        for (int a : each(counter("a", 2)))
            for (var b : each(numbers("b", 2))) {
                String s = await(later("s" + a));
                all.add(() -> a + s + b);
            }
        String text = "";
        for (var one : all) text += one.get();
        for (int n : each(numbers("n", 2)))
            text += await(async(() -> {
                String inner = "";
                for (int m : each(numbers("m" + n, 3))) {
                    if (m == 2) return done(inner + n);
                    inner += m;
                }
                return done("no");
            }));
        return done(text);
    }

    @Async
    public Coroutine<String> theSameTwice() {
        var numbers = numbers("g", 4);
        String all = "";
        for (int n : each(numbers)) {
            all += n;
            if (n == 1) break;
        }
        for (int n : each(numbers)) all += "never" + n;
        AsyncIterable<Integer> again = counter("c", 4);
        for (int i = 0; i < 2; i++)
            for (int n : each(again)) {
                all += n;
                if (n == 1) break;
            }
        return done(all);
    }

    @Async
    public Coroutine<String> sourceIsAnExpression() throws Exception {
        String all = "";
        for (int n : each(await(later(counter("awaited", 2))))) all += n;
        for (int n : each(all.isEmpty() ? counter("no", 1) : counter("yes", 1))) all += n;
        try {
            for (int n : each(await(fail(new IOException("no source"))) == null ? counter("a", 1) : counter("b", 1)))
                all += n;
        } catch (Exception e) {
            all += e.getMessage();
        }
        try {
            for (int n : each((AsyncIterable<Integer>) null)) all += n;
        } catch (NullPointerException e) {
            all += "npe";
        }
        try {
            for (int n : each((AsyncIterable<Integer>) () -> null)) all += n;
        } catch (NullPointerException e) {
            all += e.getMessage();
        }
        return done(all);
    }

    @Async
    public Coroutine<String> nullElements() {
        String all = "";
        for (var s : each(nulls())) all += s;
        try {
            for (int n : each(nulls())) all += n;
        } catch (NullPointerException e) {
            all += "npe";
        }
        try {
            for (String s : each(Each.<String>wrong())) all += s.length();
        } catch (ClassCastException e) {
            all += "cce";
        }
        return done(all);
    }

    @Async
    private static AsyncGenerator<Integer> nulls() {
        try {
            emit(await(later((Integer) null)));
            emit(null);
        } finally {
            log("end of nulls");
        }
        return end();
    }

    @SuppressWarnings("unchecked")
    private static <T> AsyncGenerator<T> wrong() {
        return (AsyncGenerator<T>) nulls2();
    }

    @Async
    private static AsyncGenerator<Object> nulls2() {
        try {
            emit(1);
        } finally {
            log("end of wrong");
        }
        return end();
    }

    @Async
    public Coroutine<String> wideLocalsAcross() {
        long l = 1;
        double d = 2;
        String all = "";
        for (long n : each(numbers("g", 3))) {
            double e = n + d;
            long[] array = {l, n};
            for (int m : each(counter("c", 2))) {
                l += array[m] + n;
                d += e * await(later(m));
            }
            all += e + array[1];
        }
        return done(all + l + d);
    }

    @Async
    public Coroutine<String> uninitialisedLocals() {
        int late;
        String text;
        for (int n : each(numbers("g", 3))) {
            int inner;
            if (n == 1) {
                inner = await(later(n));
                late = inner;
                text = "t" + late;
                return done(text + inner);
            }
        }
        late = 7;
        text = "e";
        return done(text + late);
    }

    @Async
    public Coroutine<String> deep() {
        String all = "";
        for (int a : each(counter("a", 2)))
            for (int b : each(counter("b", 2)))
                for (int c : each(counter("c", 2)))
                    for (int d : each(counter("d", 2)))
                        for (int e : each(counter("e", 2))) {
                            all += a + b + c + d + e;
                            if (a + b + c + d + e == 4) return done(all);
                        }
        return done("no");
    }

    @Async
    public Coroutine<String> monitorsWithin() {
        String all = "";
        outer:
        for (int i = 0; i < 3; i++)
            for (int n : each(counter("c" + i, 4))) {
                synchronized (this) {
                    all += n;
                    if (n == 1 && i == 0) break;
                    if (n == 1 && i == 1) continue outer;
                    if (n == 0) continue;
                    try {
                        synchronized (all) {
                            if (n == 2) return done(v("result", all));
                        }
                    } finally {
                        all += "f";
                    }
                }
                all += await(later("b"));
            }
        return done("no");
    }

    @Async
    public Coroutine<String> loopsInFinallyThatAreLeft() {
        String all = "";
        outer:
        for (int a : each(counter("a", 3))) {
            try {
                for (int b : each(numbers("b", 3))) {
                    all += b;
                    if (b == 1) throw new IllegalStateException("body");
                }
            } finally {
                for (int c : each(counter("c", 3))) {
                    try {
                        if (c == 1 && a == 0) continue outer;
                        if (c == 1 && a == 1) break outer;
                    } finally {
                        for (int d : each(numbers("d", 2))) if (d == c) break;
                        all += "f" + await(later(c));
                    }
                }
            }
        }
        return done(all);
    }

    @Async
    public Coroutine<String> resourcesBetweenLoops() throws Exception {
        String all = "";
        outer:
        for (int a : each(counter("a", 4)))
            try (var gate = new AsyncClose.Gate("g" + a, a == 1);
                    var plain = (AutoCloseable) () -> log("plain")) {
                for (int b : each(numbers("b", 3)))
                    try (var scope = new Scopes.MyScope("s" + b, Scopes.Way.PASS)) {
                        for (int c : each(counter("c", 3))) {
                            all += a + "" + b + c + " ";
                            if (c == 1 && a == 0) continue outer;
                            if (c == 1 && b == 1) return done(v("result", all));
                            if (c == 1) break;
                        }
                    }
            } catch (IOException e) {
                log(e);
                all += e.getMessage();
            }
        return done("no");
    }

    @Async
    private Coroutine<String> narrowed(Object changed, boolean which) {
        for (int n : each(numbers("g", 2))) {
            changed = which ? (Object) "a string" : null;
            return emptyBody();
        }
        throw new IllegalArgumentException();
    }

    @Async
    private Coroutine<String> narrowedToNull(Object changed) {
        for (int n : each(numbers("g", 2))) {
            changed = null;
            return emptyBody();
        }
        throw new IllegalArgumentException();
    }

    @Async
    private Coroutine<String> narrowedToText(Object changed) {
        for (int n : each(numbers("g", 2))) {
            changed = (Object) "a string";
            return emptyBody();
        }
        throw new IllegalArgumentException();
    }

    @Async
    public Coroutine<String> parametersOfNarrowerTypes() {
        return done(await(narrowed(1L, true)) + await(narrowedToNull(2)) + await(narrowedToText(this)));
    }
}
