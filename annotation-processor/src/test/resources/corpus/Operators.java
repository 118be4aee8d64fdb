package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.io.IOException;
import java.util.*;

/** Operators of iterables, resources of generators, borrowed generators and exit stacks. */
public class Operators {

    @Async
    private static AsyncGenerator<Integer> numbers(String name, int most) {
        log("begin " + name);
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
    private static AsyncGenerator<Integer> jammed(String name) {
        try {
            for (int i = 0; ; i++) emit(i);
        } finally {
            await(later(0));
            if (name != null) await(fail(new IOException("jammed " + name)));
        }
    }

    private static AsyncIterable<Integer> again(String name, int most) {
        return AsyncIterable.generate(() -> {
            for (int n : each(numbers(name, most))) emit(n * 2);
            return end();
        });
    }

    @Async
    public Coroutine<String> maps() throws Exception {
        String all = "";
        for (String s : each(numbers("a", 3).map(n -> v("m", "m" + n)))) all += s;
        int[] changed = {0};
        for (var s : each(numbers("b", 3).mapAsync(n -> {
            changed[0] += await(later(n));
            return done("n" + changed[0]);
        }))) {
            all += s;
            if (changed[0] == 1) break;
        }
        try {
            for (int i : each(numbers("c", 3).map(n -> 6 / (n - 1)))) all += i;
        } catch (ArithmeticException e) {
            all += e.getMessage();
        }
        try {
            for (int i : each(jammed("d").mapAsync(n -> {
                if (n == 1) throw new IOException("in map" + await(later(n)));
                return done(n);
            }))) all += i;
        } catch (Exception e) {
            log(e);
            all += e.getMessage();
        }
        return done(all);
    }

    @Async
    public Coroutine<String> filters() throws Exception {
        String all = "";
        for (int n : each(numbers("a", 5).filter(n -> n % 2 == 0))) all += n;
        for (int n : each(numbers("b", 5).filterAsync(n -> done(await(later(n % 2 == 1)))))) {
            all += n;
            if (n == 3) break;
        }
        for (int n : each(numbers("c", 5).takeWhile(n -> n < 2))) all += n;
        for (int n : each(numbers("d", 5).takeWhileAsync(n -> done(await(later(n)) < 1)))) all += n;
        for (int n : each(numbers("e", 5).skip(3))) all += n;
        for (int n : each(numbers("f", 5).take(2))) all += n;
        for (int n : each(numbers("g", 5).take(0))) all += n;
        for (int n : each(numbers("h", 2).take(2))) all += n;
        for (int n : each(numbers("i", 5).take(3))) {
            all += n;
            break;
        }
        try {
            for (int n : each(jammed("j").take(2))) all += n;
        } catch (Exception e) {
            all += e.getMessage();
        }
        return done(all);
    }

    @Async
    public Coroutine<String> flat() throws Exception {
        String all = "";
        for (int n : each(numbers("a", 3).flatMap(n -> numbers("b" + n, n)))) all += n;
        for (int n : each(numbers("c", 3).flatMapAsync(n -> {
            await(later(n));
            return done(again("d" + n, 3));
        }))) {
            all += n;
            if (all.length() > 8) break;
        }
        try {
            for (int n : each(numbers("e", 3).flatMap(n -> n == 1 ? jammed("f") : AsyncIterable.of(n, 8)))) {
                all += n;
                if (n == 2) throw new IllegalStateException("out");
            }
        } catch (IllegalStateException e) {
            log(e);
            all += e.getMessage();
        }
        return done(all);
    }

    @Async
    public Coroutine<String> zips() throws Exception {
        String all = "";
        for (String s : each(numbers("a", 3).zip(numbers("b", 2), (a, b) -> a + "" + b))) all += s;
        for (String s : each(numbers("c", 2).zip(numbers("d", 3), (a, b) -> a + "" + b))) all += s;
        for (String s : each(numbers("e", 3).zip(again("f", 3), (a, b) -> a + "" + b))) {
            all += s;
            if (all.length() > 9) break;
        }
        try {
            for (String s : each(jammed("g").zip(jammed("h"), (a, b) -> a + "" + b))) {
                all += s;
                if (s.equals("11")) break;
            }
        } catch (Exception e) {
            log(e);
            all += e.getMessage();
        }
        return done(all);
    }

    @Async
    public Coroutine<String> folds() throws Exception {
        String all = "" + await(numbers("a", 3).toList());
        all += await(numbers("b", 4).reduce("", (s, n) -> s + n));
        all += await(numbers("c", 4).reduceAsync(1, (s, n) -> done(s * 2 + await(later(n)))));
        List<Integer> seen = new ArrayList<>();
        await(numbers("d", 3).forEach(seen::add));
        await(numbers("e", 3).forEachAsync(n -> {
            seen.add(await(later(n)));
            return done();
        }));
        all += seen;
        try {
            await(numbers("f", 3).forEachAsync(n -> {
                if (await(later(n)) == 1) throw new IOException("in forEach");
                return done();
            }), IOException.class);
        } catch (IOException e) {
            log(e);
            all += e.getMessage();
        }
        try {
            await(jammed("g").reduce(3, (s, n) -> s / (2 - n)));
        } catch (ArithmeticException e) {
            log(e);
            all += e.getMessage();
        }
        return done(all);
    }

    @Async
    public Coroutine<String> chains() throws Exception {
        String all = "";
        AsyncIterable<String> chain = again("a", 6)
                .filter(n -> n % 3 != 0)
                .mapAsync(n -> done(await(later("s" + n))))
                .flatMap(s -> AsyncIterable.of(s, s + "'"))
                .skip(1)
                .take(4);
        for (int i = 0; i < 2; i++)
            for (String s : each(chain)) {
                all += s;
                if (i == 0 && s.equals("s4")) break;
            }
        return done(all + await(chain.map(String::length).toList()));
    }

    @Async
    public Coroutine<String> byHand() throws Exception {
        var mapped = numbers("a", 3).map(n -> n * 2).iterator();
        String all = "" + await(mapped.next());
        for (int n : each(borrow(mapped))) {
            all += n;
            break;
        }
        log("still open");
        try (mapped) {
            all += await(mapped.next());
            all += await(mapped.next());
        } catch (StopAsyncIteration end) {
            all += "stop";
        }
        return done(all);
    }

    @Async
    public Coroutine<String> borrowed() throws Exception {
        var numbers = numbers("a", 5);
        String all = "";
        try (numbers) {
            for (int n : each(borrow(numbers))) if (n == 1) break;
            log("left");
            for (int n : each(borrow(numbers))) {
                all += n;
                if (n == 2) throw new IOException("out");
            }
        } catch (IOException e) {
            all += e.getMessage();
        }
        for (int n : each(borrow(numbers))) all += n;
        return done(all);
    }

    @Async
    private static AsyncGenerator<String> session(String name, int way) throws Exception {
        log("open " + name);
        try {
            Object sent = emit("session " + name + await(later(way)));
            log("sent " + sent);
            if (way == 1) emit("twice");
            if (way == 2) throw new IOException("at the end of " + name);
        } catch (IllegalStateException e) {
            log(e);
            if (way == 3) throw new IOException("instead", e);
            if (way == 4) emit("twice behind a failure");
        } finally {
            log("close " + name + await(later(0)));
        }
        return end();
    }

    @Async
    public Coroutine<String> resources() throws Exception {
        String all = "";
        for (int way = 0; way < 5; way++)
            for (int failing = 0; failing < 3; failing++)
                try {
                    try (AsyncResource<String> scope = await(asyncResource(session("s" + way, way)))) {
                        all += scope.value();
                        if (failing == 1) throw new IllegalStateException("body");
                        if (failing == 2) throw new IOException("io");
                    }
                    all += "behind";
                } catch (Exception e) {
                    log(e);
                    all += e.getMessage();
                }
        return done(all);
    }

    @Async
    public Coroutine<String> resourceOfNothing() throws Exception {
        try (AsyncResource<Integer> scope = await(asyncResource(numbers("empty", 0)))) {
            return done("" + scope.value());
        } catch (IllegalStateException e) {
            log(e);
            return done(e.getMessage());
        }
    }

    @Async
    public Coroutine<String> resourceAndReturn() throws Exception {
        for (int n : each(numbers("a", 3)))
            try (AsyncResource<String> scope = await(asyncResource(session("r", 0)))) {
                if (n == 1) return done(v("result", scope.value() + n));
            }
        return done("no");
    }

    @Async
    public Coroutine<String> stacks() throws Exception {
        String all = "";
        for (int i = 0; i < 4; i++)
            try {
                try (AsyncExitStack scope = new AsyncExitStack()) {
                    var gate = scope.enter(new AsyncClose.Gate("a", i == 1));
                    scope.enter(numbers("never begun", 2));
                    scope.callback(() -> {
                        log("callback" + await(later(1)));
                        return done();
                    });
                    int way = i;
                    scope.push(failure -> {
                        log(failure);
                        return done(way == 3 ? null : failure);
                    });
                    scope.enter((AutoCloseable) () -> log("plain"));
                    scope.enter(await(asyncResource(session("in stack", 3))));
                    all += gate.name + await(later(i));
                    if (i > 1) throw new IllegalStateException("body");
                }
                all += "behind";
            } catch (Exception e) {
                log(e);
                all += e.getMessage();
            }
        return done(all);
    }

    @Async
    public Coroutine<String> popped() throws Exception {
        AsyncExitStack kept = null;
        try (AsyncExitStack scope = new AsyncExitStack()) {
            scope.enter(new AsyncClose.Gate("kept"));
            kept = scope.popAll();
            scope.enter(new AsyncClose.Gate("not kept"));
        }
        log("open still");
        await(kept.closeAsync());
        return done("end");
    }
}
