package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.io.IOException;
import java.util.*;

/** Blocks of scopes, which say what leaves them. */
public class Scopes {

    /** What a scope does with what leaves its block. */
    enum Way {
        PASS,
        QUIET,
        REPLACE,
        FAIL,
        WRAP
    }

    static class MyScope implements AsyncScope {
        final String name;
        final Way way;

        MyScope(String name, Way way) {
            log("enter " + name);
            this.name = name;
            this.way = way;
        }

        @Async
        static Coroutine<MyScope> open(String name, Way way) {
            await(later(0));
            return done(new MyScope(name, way));
        }

        @Override
        @Async
        public Coroutine<Throwable> exit(Throwable failure) throws IOException {
            log("exit " + name);
            log(failure);
            await(later(0));
            log("exited " + name);
            return switch (way) {
                case PASS -> done(failure);
                case QUIET -> done((Throwable) null);
                case REPLACE -> done(new IOException("instead " + name));
                case FAIL -> throw new IOException("exit fails " + name);
                case WRAP -> done(failure == null ? null : new IllegalStateException("wrapped " + name, failure));
            };
        }

        void hello() {
            log("hello " + name);
        }
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
    public Coroutine<String> completes() {
        String all = "";
        for (Way way : Way.values()) {
            try {
                try (MyScope scope = new MyScope("s", way)) {
                    scope.hello();
                    all += await(later("body"));
                }
                all += "behind";
            } catch (Exception e) {
                log(e);
                all += await(later(e.getMessage()));
            }
        }
        return done(all);
    }

    @Async
    public Coroutine<String> fails() {
        String all = "";
        for (Way way : Way.values()) {
            try {
                try (MyScope scope = await(MyScope.open("s", way))) {
                    if (await(later(true))) throw new IOException("body");
                    all += "no";
                }
                all += "behind";
            } catch (IOException e) {
                log(e);
                all += await(later(e.getMessage()));
            } catch (Exception e) {
                log(e);
                all += "other" + e.getMessage();
            } finally {
                log("finally" + await(later(1)));
            }
        }
        return done(all);
    }

    @Async
    private Coroutine<String> returning(Way way) throws Exception {
        try (MyScope scope = new MyScope("s", way)) {
            return done(v("result", "r" + await(later(1))));
        }
    }

    @Async
    private Coroutine<String> returningOrFailing(Way way) throws Exception {
        try (MyScope scope = new MyScope("s", way)) {
            if (await(later(true))) throw new IOException("body");
            return done("never");
        }
    }

    @Async
    private Coroutine<String> onlyFailing(Way way) throws Exception {
        try (MyScope scope = new MyScope("s", way)) {
            throw new IOException("body" + await(later(1)));
        }
    }

    @Async
    private Coroutine<String> quietThenOn(Way way) throws Exception {
        try (MyScope scope = new MyScope("s", way)) {
            if (await(later(way != null))) throw new IOException("body");
        }
        return done("behind " + await(later(way)));
    }

    @Async
    public Coroutine<String> ofNoWayOn() {
        String all = "";
        for (Way way : Way.values()) {
            for (int i = 0; i < 4; i++)
                try {
                    all += await(
                            switch (i) {
                                case 0 -> returning(way);
                                case 1 -> returningOrFailing(way);
                                case 2 -> onlyFailing(way);
                                default -> quietThenOn(way);
                            });
                } catch (Exception e) {
                    log(e);
                    all += e.getMessage();
                }
        }
        return done(all);
    }

    @Async
    public Coroutine<String> severalResources() {
        String all = "";
        for (Way a : Way.values())
            for (Way b : Way.values()) {
                try (MyScope first = new MyScope("a", a);
                        AsyncClose.Gate gate = new AsyncClose.Gate("g", a == Way.FAIL);
                        MyScope second = await(MyScope.open("b", b))) {
                    all += await(later(a.ordinal() * 10 + b.ordinal()));
                    if (a != b) throw new IOException("body");
                } catch (Exception e) {
                    log(e);
                    all += e.getMessage();
                }
                all += ",";
            }
        return done(all);
    }

    @Async
    public Coroutine<String> nestedBlocks() {
        String all = "";
        for (Way a : Way.values())
            try (MyScope outer = new MyScope("outer", a)) {
                all += await(later("o"));
                try (MyScope inner = new MyScope("inner", Way.WRAP)) {
                    all += await(later("i"));
                    throw new IOException("io");
                } finally {
                    all += await(later("f"));
                }
            } catch (Exception e) {
                log(e);
                all += e.getMessage();
            }
        return done(all);
    }

    @Async
    public Coroutine<String> jumps() throws Exception {
        String all = "";
        outer:
        for (int i = 0; i < 5; i++) {
            try (MyScope scope = new MyScope("s" + i, Way.QUIET)) {
                if (i == 0) continue;
                for (int n : each(numbers(4))) {
                    try (MyScope inner = await(MyScope.open("t" + n, Way.PASS))) {
                        all += n;
                        if (n == 1 && i == 1) continue outer;
                        if (n == 1 && i == 2) break;
                        if (n == 2 && i == 3) throw new IOException("quietly");
                        if (n == 2 && i == 4) break outer;
                    }
                }
                all += "in";
            }
            all += "behind";
        }
        return done(all);
    }

    @Async
    public Coroutine<String> returnsWaitForTheExit() throws Exception {
        for (int n : each(numbers(3)))
            try (MyScope scope = new MyScope("s", Way.QUIET)) {
                if (n == 1) return done(v("result", n) + "!");
            } finally {
                log("finally" + await(later(n)));
            }
        return done("no");
    }

    @Async
    public Coroutine<String> existingVariable() throws Exception {
        MyScope scope = new MyScope("s", Way.WRAP);
        try (scope) {
            await(fail(new IOException("awaited")), IOException.class);
        } catch (IllegalStateException e) {
            log(e);
            return done(e.getMessage());
        }
        return done("no");
    }

    @Async
    public Coroutine<String> nullScope() {
        String all = "";
        for (int i = 0; i < 2; i++)
            try (MyScope scope = i < 3 ? null : new MyScope("s", Way.QUIET)) {
                all += await(later(i));
                if (i == 1) throw new IOException("passes");
            } catch (IOException e) {
                all += e.getMessage();
            }
        return done(all);
    }

    @Async
    public Coroutine<String> quietLoops() throws Exception {
        String all = "";
        int i = 0;
        while (i++ < 4) {
            long before = await(later((long) i));
            try (MyScope scope = new MyScope("s" + i, Way.QUIET)) {
                if (i % 2 == 0) throw new IllegalArgumentException("even");
                before *= await(later(10L));
            }
            all += before + ",";
        }
        return done(all);
    }

    @Async
    public Coroutine<String> lastStatementThrows() throws Exception {
        String all = "";
        for (int i = 0; i < 2; i++) {
            try (MyScope scope = new MyScope("s" + i, Way.QUIET)) {
                all += await(later(i));
                if (i == 0) throw new IOException("quiet");
                while (true) {
                    if (await(later(true))) break;
                }
            }
            all += "behind";
        }
        return done(all);
    }

    @Async
    public Coroutine<String> inFinally() throws Exception {
        String all = "";
        for (int i = 0; i < 2; i++)
            try {
                try {
                    if (i == 1) throw new IOException("body");
                    all += "body";
                } finally {
                    try (MyScope scope = new MyScope("s", Way.QUIET)) {
                        all += await(later("f"));
                        if (all.length() > 0) throw new IllegalStateException("in finally");
                    }
                    all += await(later("g"));
                }
            } catch (IOException e) {
                all += e.getMessage();
            }
        return done(all);
    }

    @Async
    public Coroutine<Integer> inSwitchExpression() throws Exception {
        int sum = 0;
        for (int i = 0; i < 4; i++)
            sum += v("left", i) * switch (i) {
                case 0 -> {
                    try (MyScope scope = new MyScope("s", Way.QUIET)) {
                        if (await(later(true))) throw new IOException("quiet");
                        yield 1;
                    } catch (IllegalStateException e) {
                        log(e.getMessage());
                        yield 2;
                    }
                }
                case 1 -> {
                    try (MyScope scope = new MyScope("s", Way.QUIET)) {
                        if (await(later(true))) throw new IOException("quiet");
                    }
                    yield 3;
                }
                case 2 -> {
                    try (MyScope scope = new MyScope("s", Way.REPLACE)) {
                        if (await(later(true))) throw new IllegalStateException("replaced");
                        if (sum < 0) throw new IOException("never");
                    } catch (IOException e) {
                        log(e);
                    }
                    yield 4;
                }
                default -> {
                    try (MyScope scope = new MyScope("s", Way.PASS)) {
                        yield await(later(5));
                    }
                }
            };
        return done(sum);
    }

    @Async
    public Coroutine<String> lambdas() throws Exception {
        String all = "";
        AsyncFunction<Way, String> block = way -> {
            try (MyScope scope = new MyScope("s", way)) {
                await(fail(new IllegalArgumentException("in lambda")));
            }
            return done("behind " + way);
        };
        for (Way way : Way.values())
            try {
                all += await(block.apply(way));
            } catch (Exception e) {
                log(e);
                all += e.getMessage();
            }
        AsyncScope scope = failure -> {
            log(failure);
            await(later(0));
            return done((Throwable) null);
        };
        try (scope) {
            if (await(later(true))) throw new IOException("lambda");
        }
        return done(all);
    }

    @Async
    private AsyncGenerator<String> scoped(Way way) throws Exception {
        try (MyScope scope = new MyScope("g", way)) {
            emit("one");
            for (int n : each(numbers(3))) emit("n" + n);
        }
        emit("behind");
        return end();
    }

    @Async
    public Coroutine<String> aroundEmits() {
        String all = "";
        for (Way way : Way.values())
            for (int stop = 0; stop < 3; stop++)
                try {
                    int i = 0;
                    for (String s : each(scoped(way))) {
                        all += s;
                        if (i++ == stop) break;
                    }
                } catch (Exception | Error e) {
                    log(e);
                    all += e.getMessage();
                }
        return done(all);
    }

    @Async
    public Coroutine<String> throwsIntoAScope() throws Exception {
        String all = "";
        for (Way way : Way.values()) {
            var scoped = scoped(way);
            try {
                all += await(scoped.next());
                all += await(scoped.throwInto(new IOException("thrown in")));
                all += await(scoped.next());
            } catch (Exception e) {
                log(e);
                all += e.getMessage();
            } finally {
                scoped.close();
            }
        }
        return done(all);
    }

    @Async
    public Coroutine<String> scopeWithItsOwnScope() throws Exception {
        String all = "";
        AsyncScope outerScope = failure -> {
            try (MyScope scope = new MyScope("within", Way.WRAP)) {
                if (failure != null) throw failure instanceof Exception e ? e : new Exception(failure);
            }
            return done((Throwable) null);
        };
        try {
            try (outerScope) {
                throw new IOException("body" + await(later(1)));
            }
        } catch (IOException e) {
            log(e);
            all += e.getSuppressed().length;
        }
        return done(all);
    }

    @Async
    public Coroutine<String> wideLocals() throws Exception {
        long l = await(later(1L));
        double d = 2;
        for (Way way : new Way[] {Way.QUIET, Way.PASS})
            try (MyScope scope = new MyScope("s", way)) {
                double in = d * 2;
                long many = l + 1;
                l += await(later(many));
                d += in;
                if (way == Way.QUIET) throw new IOException();
                l += many;
            }
        return done("" + l + d);
    }

    @Async
    public Coroutine<String> exitSeesErrors() throws Exception {
        String all = "";
        for (Way way : Way.values())
            try (MyScope scope = new MyScope("s", way)) {
                await(later(0));
                if (all.length() < 100) throw new AssertionError("error");
                all += "no";
            } catch (AssertionError | Exception e) {
                log(e);
                all += e.getMessage();
            }
        return done(all);
    }

    @Async
    public Coroutine<String> closeAsAStatement() throws Exception {
        String all = "";
        for (Way way : Way.values())
            try {
                new MyScope("s", way).close();
                await(new MyScope("t", way).closeAsync());
                all += way;
            } catch (Exception e) {
                log(e);
                all += e.getMessage();
            }
        return done(all);
    }
}
