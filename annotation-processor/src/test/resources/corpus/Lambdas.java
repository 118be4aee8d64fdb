package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.util.*;
import java.util.function.*;

/** Plain and async lambdas, method references, and functional interfaces of the user's own. */
public class Lambdas {

    interface AsyncMerge<A, B, C> {
        @Async
        Coroutine<C> merge(A a, B b) throws java.io.IOException;

        default String kind() {
            return "merge";
        }
    }

    interface AsyncIntOp {
        @Async
        Coroutine<Integer> apply(int a, long b, double c);
    }

    interface AsyncFinder<T> extends AsyncMerge<T, Integer, T> {}

    interface HotMaker {
        @Async
        java.util.concurrent.CompletableFuture<String> make(String s);
    }

    int field = 3;

    @Async
    public Coroutine<String> plainLambdasBeside() {
        int n = await(later(1));
        Supplier<String> s = () -> "n" + n + field;
        String a = await(later("a"));
        Function<String, Supplier<String>> nested = x -> () -> x + a + s.get();
        await(later(0));
        return done(nested.apply("x").get() + List.of(3, 1, 2).stream().sorted(
                Comparator.comparing(i -> i * n)).map(i -> a + i).toList() + await(later(s)).get());
    }

    @Async
    public Coroutine<Integer> simpleAsync() {
        return done(await(async(() -> done(await(later(1)) + 1))) + await(async(() -> done(2))));
    }

    @Async
    public Coroutine<String> capturing() {
        int i = await(later(1));
        long l = 2;
        double d = await(later(3.5));
        String s = "s";
        int[] a = {4};
        boolean z = true;
        byte b = 5;
        return done(await(async(() -> {
            String t = s + i + l;
            a[0] += await(later(1));
            return done(t + d + a[0] + z + b + field + await(later("!")) + this.field++);
        })) + a[0]);
    }

    @Async
    public Coroutine<String> nestedAsync() {
        String a = "a";
        return done(await(async(() -> {
            String b = a + await(later("b"));
            return done(await(async(() -> {
                String c = b + await(later("c"));
                return async(() -> done(a + b + c + await(later("d")) + field));
            })) + b);
        })));
    }

    @Async
    private static <A, B, C> Coroutine<C> apply(AsyncMerge<A, B, C> merge, A a, B b)
            throws java.io.IOException {
        log(merge.kind());
        return done(await(merge.merge(a, b)));
    }

    @Async
    public Coroutine<String> ownInterface() throws java.io.IOException {
        int n = await(later(1));
        AsyncMerge<String, Integer, String> merge = (s, i) -> {
            if (i > 5) throw new java.io.IOException("too much");
            return done(s + (i + n) + await(later(s)));
        };
        String out = await(merge.merge("a", 1)) + await(apply(merge, "b", await(later(2))));
        try {
            out += await(apply(merge, "c", 6));
        } catch (java.io.IOException e) {
            out += e.getMessage() + await(later("!"));
        }
        AsyncFinder<String> finder = (s, i) -> done(s.substring(await(later(i))));
        return done(out + await(finder.merge("abc", 1)) + await(apply(finder, "xyz", 2)));
    }

    @Async
    public Coroutine<Integer> primitiveParameters() {
        AsyncIntOp op = (a, b, c) -> {
            a += await(later(1));
            return done((int) (a * b + c * await(later(2))));
        };
        return done(await(op.apply(1, 2, 3)) + await(op.apply(await(later(4)), 5L, 6.5)));
    }

    @Async
    Coroutine<Integer> twice(int a, long b, double c) {
        return done((int) (a + b + c + await(later(field))));
    }

    @Async
    static Coroutine<String> glue(String a, Integer b) {
        return done(a + b + await(later("!")));
    }

    @Async
    Coroutine<String> named() {
        return done("named" + await(later(field)));
    }

    @Async
    public Coroutine<String> methodReferences() throws Exception {
        AsyncIntOp bound = this::twice;
        AsyncMerge<String, Integer, String> fixed = Lambdas::glue;
        AsyncFunction<Lambdas, String> unbound = Lambdas::named;
        AsyncSupplier<String> supplier = new Lambdas()::named;
        return done(await(bound.apply(1, 2, 3)) + await(fixed.merge("g", await(later(4))))
                + await(unbound.apply(this)) + await(supplier.get()) + await(async(this::named)));
    }

    @Async
    public Coroutine<String> runnablesAndConsumers() throws Exception {
        List<Object> seen = new ArrayList<>();
        AsyncRunnable runnable = () -> {
            seen.add(await(later("run")));
            return done();
        };
        AsyncConsumer<String> consumer = s -> {
            for (char c : s.toCharArray()) seen.add(await(later(c)));
            return done();
        };
        AsyncFunction<Integer, Integer> function = n -> done(n * await(later(2)));
        await(runnable.run());
        await(consumer.accept("ab"));
        return done("" + seen + await(function.apply(await(function.apply(5)))));
    }

    @Async
    public Coroutine<String> withoutAwaits() throws Exception {
        AsyncSupplier<String> supplier = () -> {
            log("supplier");
            return done("s");
        };
        AsyncMerge<Integer, Integer, Integer> sum = (a, b) -> done(a + b);
        return done(await(supplier.get()) + await(sum.merge(1, 2)));
    }

    @Async
    public Coroutine<Integer> throwingLambda() throws Exception {
        AsyncSupplier<Integer> supplier = () -> {
            try {
                log(await(later("in")));
                throw new java.io.IOException("lambda");
            } finally {
                log(await(later("fin")));
            }
        };
        try {
            return done(await(supplier.get()));
        } catch (java.io.IOException e) {
            return done(e.getMessage().length());
        }
    }

    @Async
    public Coroutine<Integer> recursiveLambda() {
        AsyncIntOp[] self = new AsyncIntOp[1];
        self[0] = (a, b, c) -> a == 0
                ? done((int) b + await(later(0)))
                : self[0].apply(a - 1, b + a, c);
        return done(await(self[0].apply(4, 0, 0)));
    }

    @Async
    public Coroutine<String> inALoop() throws Exception {
        List<AsyncSupplier<String>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int n = i;
            String s = await(later("s" + i));
            all.add(() -> done(s + n + await(later(n))));
        }
        String out = "";
        for (AsyncSupplier<String> supplier : all) out += await(supplier.get());
        return done(out);
    }

    @Async
    public Coroutine<String> conditionalLambda() throws Exception {
        AsyncSupplier<String> s = await(later(true))
                ? () -> done("yes" + await(later(1)))
                : () -> done("no" + await(later(2)));
        Object cast = (AsyncFunction<String, String>) x -> done(x + await(later(x)));
        @SuppressWarnings("unchecked")
        var function = (AsyncFunction<String, String>) cast;
        return done(await(s.get()) + await(function.apply("c")));
    }

    static final AsyncMerge<String, String, String> SHARED = (a, b) -> done(a + await(later(b)));
    final AsyncSupplier<Integer> own = () -> done(field + await(later(1)));

    @Async
    public Coroutine<String> inFields() throws Exception {
        return done(await(SHARED.merge("a", "b")) + await(own.get()));
    }

    @Async
    public Coroutine<String> hotLambda() {
        HotMaker maker = s -> java.util.concurrent.CompletableFuture.completedFuture(
                s + await(later(field)));
        return done(await(maker.make("h")) + await(maker.make(await(later("i")))));
    }

    @Async
    public Coroutine<String> asyncInsidePlain() {
        Function<Integer, Coroutine<Integer>> make = n -> async(() -> done(n + await(later(n))));
        String out = "";
        for (int i : List.of(1, 2)) out += await(make.apply(i));
        return done(out);
    }

    @Async
    public Coroutine<Object> genericLambda() throws Exception {
        return done(await(mapAll(List.of(1, 2, 3), n -> done("n" + (n + await(later(n)))))));
    }

    @Async
    private static <A, B> Coroutine<List<B>> mapAll(List<? extends A> in,
            AsyncFunction<? super A, B> function) throws Exception {
        List<B> out = new ArrayList<>();
        for (A a : in) out.add(await(function.apply(a)));
        return done(out);
    }
}
