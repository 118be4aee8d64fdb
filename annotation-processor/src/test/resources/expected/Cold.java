package expected;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.CompletableFuture;

/** What a blocking twin cannot do: coroutines that are made now and awaited later, or never. */
public class Cold {

    private final List<Coroutine<Integer>> kept = new ArrayList<>();

    @Async
    private Coroutine<Integer> work(int n) {
        log("work " + n);
        int same = await(later(n));
        log("worked " + n);
        return done(same);
    }

    @Async
    public Coroutine<Integer> runsWhenItIsAwaited() {
        Coroutine<Integer> first = work(v("argument", 1));
        Coroutine<Integer> second = work(2);
        log("nothing has run");
        return done(await(second) * 10 + await(first));
    }

    @Async
    public Coroutine<Integer> neverAwaitedNeverRuns() {
        kept.add(work(1));
        return done(await(later(0)) + kept.size());
    }

    @Async
    public Coroutine<Integer> keptInAFieldAcrossAwaits() {
        kept.add(work(1));
        kept.add(work(2));
        await(later(0));
        int sum = 0;
        for (Coroutine<Integer> each : kept) sum += await(each);
        return done(sum);
    }

    @Async
    public Coroutine<String> yieldedCoroutineRunsBehindTheFinallyOfItsSwitch() {
        return done("" + await(switch (await(later(1))) {
            case 1 -> {
                try {
                    yield work(1);
                } finally {
                    log("finally");
                }
            }
            default -> work(2);
        }));
    }

    @Async
    public Coroutine<String> secondAwaitIsRefused() {
        Coroutine<Integer> once = work(1);
        await(once);
        try {
            return done("" + await(once));
        } catch (IllegalStateException e) {
            return done("refused");
        }
    }

    @Async
    public Coroutine<Integer> valueCanBeAwaitedOften() {
        Coroutine<Integer> value = done(3);
        return done(await(value) + await(value) * await(value));
    }

    @Async
    private Coroutine<Integer> nothing() {
        await(later(0));
        return null;
    }

    @Async
    private CompletableFuture<Integer> hotNothing() {
        await(later(0));
        return null;
    }

    @Async
    public Coroutine<String> returnedNullNamesTheMethod() {
        String out = "";
        try {
            await(nothing());
        } catch (NullPointerException e) {
            out += e.getMessage().contains("Cold.nothing");
        }
        try {
            await(hotNothing());
        } catch (NullPointerException e) {
            out += e.getMessage().contains("Cold.hotNothing");
        }
        return done(out);
    }

    @Async
    public Coroutine<String> awaitedNullIsANullPointerException() {
        try {
            await((Coroutine<String>) null);
            return done("no");
        } catch (NullPointerException e) {
            return done("npe");
        }
    }

    @Async
    public Coroutine<Integer> tasksTakeTurns() {
        Task<Integer> one = createTask(turns("one"));
        Task<Integer> two = createTask(turns("two"));
        log("made");
        return done(await(one) + await(two));
    }

    @Async
    private Coroutine<Integer> turns(String name) {
        for (int i = 0; i < 3; i++) {
            log(name + i);
            await(yieldNow());
        }
        return done(1);
    }

    @Async
    private static Coroutine<Long> depth(long n, boolean suspends) {
        if (n == 0 && suspends) await(yieldNow());
        return done(n == 0 ? 0 : 1 + await(depth(n - 1, suspends)));
    }

    @Async
    public Coroutine<Long> recursionIsLimitedByTheHeapOnly() {
        return done(await(depth(1_000_000, false)) + await(depth(1_000_000, true)));
    }

    @Async
    public Coroutine<String> asManyAwaitsInALoopAsYouLike() {
        long sum = 0;
        for (int i = 0; i < 300_000; i++) sum += await(work0(i));
        return done("" + sum);
    }

    @Async
    private static Coroutine<Integer> work0(int i) {
        if (i % 1000 == 0) await(yieldNow());
        return done(i & 1);
    }

    private static boolean collected(WeakReference<?> reference) {
        for (int i = 0; i < 50 && reference.get() != null; i++) System.gc();
        return reference.get() == null;
    }

    @Async
    public Coroutine<String> deadReferencesAreNotKept() {
        Object local = new Object();
        var dead = new WeakReference<>(local);
        Object[] live = {new Object()};
        var alive = new WeakReference<>(live[0]);
        log(local.hashCode() == 0 ? "" : "used");
        await(async(() -> {
            await(yieldNow());
            log(collected(dead));
            return done();
        }));
        return done("live " + (alive.get() == live[0]));
    }

    @Async
    public Coroutine<String> spilledOperandsAreNotKept() {
        Object[] holder = {new Object()};
        var dead = new WeakReference<>(holder[0]);
        int n = Objects.hash(holder[0], await(sleep(Duration.ofMillis(1), 1)));
        holder = null;
        await(yieldNow());
        return done("" + (n == 0) + await(checks(dead)));
    }

    @Async
    private static Coroutine<Boolean> checks(WeakReference<?> dead) {
        await(yieldNow());
        return done(collected(dead));
    }

    @Async
    private static AsyncGenerator<Integer> numbers(int most) {
        try {
            for (int i = 0; i < most; i++) emit(await(later(i)));
        } finally {
            log("ended" + await(later(most)));
        }
        return end();
    }

    /** No javac compiles the twin: it crashes on try above an operand of two slots. */
    @Async
    public Coroutine<String> loopsAboveWideOperands() {
        String all = "";
        double d = 0.5;
        for (int i = 0; i < 3; i++) {
            long beneath = 5;
            all += v("left", beneath) * switch (await(later(i))) {
                case 1 -> {
                    for (int n : each(numbers(3))) if (n == 1) yield n + 1L;
                    yield 1L;
                }
                case 2 -> {
                    for (int n : each(numbers(2))) d += n;
                    yield (long) d;
                }
                default -> 2L;
            } + ",";
            all += d * (beneath + switch (i) {
                case 0 -> {
                    for (int a : each(numbers(3)))
                        for (int b : each(numbers(4))) if (a + b == 3) yield a * 1.5;
                    yield 0.0;
                }
                default -> await(later(3.5));
            }) + ";";
        }
        return done(all);
    }
}
