package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.util.*;

/** Methods of all sorts: overloads, overriding, bridges, varargs, private, static, recursion. */
public class Methods {

    private int base = 10;
    private static int calls;

    @Async
    private Coroutine<Integer> hidden(int n) {
        return done(base + n + await(later(1)));
    }

    @Async
    static Coroutine<Integer> fixed(int n) {
        return done(n * await(later(2)));
    }

    @Async
    public Coroutine<Integer> callsOfEverySort() {
        int a = await(hidden(1)) + await(this.hidden(2)) + await(fixed(3)) + await(Methods.fixed(4));
        base = a;
        return done(a + await(hidden(await(fixed(await(hidden(5)))))));
    }

    @Async
    Coroutine<String> over(int a) {
        return done("int" + await(later(a)));
    }

    @Async
    Coroutine<String> over(long a) {
        return done("long" + await(later(a)));
    }

    @Async
    Coroutine<String> over(Object a) {
        return done("object" + await(later(a)));
    }

    @Async
    Coroutine<String> over(String a, int... rest) {
        int sum = 0;
        for (int n : rest) sum += await(later(n));
        return done("varargs" + a + sum);
    }

    String over(String plain) {
        return "plain";
    }

    @Async
    public Coroutine<String> overloads() {
        return done(await(over(1)) + await(over(2L)) + await(over((Object) "o")) + over("p")
                + await(over("v", 1, await(later(2)), 3)) + await(over("w", new int[0])));
    }

    @Async
    public Coroutine<String> argumentsInOrder() {
        return done(await(three(v("a", 1), await(later("b")), v("c", 3.0))));
    }

    @Async
    private Coroutine<String> three(int a, String b, double c) {
        log("three");
        return done(a + b + c + await(later("!")));
    }

    @Async
    static Coroutine<Long> fib(int n) {
        return done(n < 2 ? n : await(fib(n - 1)) + await(fib(n - 2)) + await(later(0)));
    }

    @Async
    public Coroutine<Long> recursion() {
        return done(await(fib(7)));
    }

    @Async
    private Coroutine<Boolean> even(int n) {
        return n == 0 ? done(await(later(true))) : odd(n - 1);
    }

    @Async
    private Coroutine<Boolean> odd(int n) {
        if (n == 0) return done(false);
        boolean result = await(even(n - 1));
        return done(result);
    }

    @Async
    public Coroutine<Boolean> mutualRecursion() {
        return done(await(even(6)) && !await(even(5)));
    }

    abstract static class Base<T> {
        abstract Coroutine<T> make(T seed);

        @Async
        Coroutine<? extends Object> wide() {
            return done("wide" + await(later(1)));
        }

        @Async
        protected Coroutine<String> name() {
            return done("base" + await(later(1)));
        }

        @Async
        Coroutine<String> template(T seed) {
            return done(await(name()) + await(make(seed)) + await(wide()));
        }
    }

    static class Derived extends Base<String> {
        @Async
        @Override
        Coroutine<String> make(String seed) {
            return done(seed + await(later("made")));
        }

        @Async
        @Override
        Coroutine<Integer> wide() {
            return done(await(later(7)));
        }

        @Async
        @Override
        protected Coroutine<String> name() {
            return done("derived " + await(super.name()) + await(later(2)));
        }
    }

    static class Further extends Derived {
        @Async
        @Override
        Coroutine<String> make(String seed) {
            String s = await(super.make(await(later(seed))));
            return done(s + await(super.wide()));
        }
    }

    @Async
    public Coroutine<String> overriding() {
        Base<String> base = new Derived();
        String s = await(base.template("s")) + await(base.make("t")) + await(base.wide());
        base = await(later(new Further()));
        return done(s + await(base.template("u")) + await(base.name()));
    }

    @Async
    @SafeVarargs
    static <T> Coroutine<List<T>> all(Awaitable<T>... awaitables) {
        List<T> out = new ArrayList<>();
        for (Awaitable<T> awaitable : awaitables) out.add(await(awaitable));
        return done(out);
    }

    @Async
    public Coroutine<Object> genericVarargs() {
        return done(await(all(later(1), later(2), later(3))));
    }

    @Async
    Coroutine<Void> nothing() {
        calls += await(later(1));
        return done();
    }

    @Async
    public Coroutine<String> voids() {
        int before = calls;
        await(nothing());
        Object none = await(nothing());
        return done("" + (calls - before) + none);
    }

    @Async
    Coroutine<Integer> noAwait(int n) {
        log("noAwait");
        return done(n);
    }

    @Async
    Coroutine<Void> empty() {
        return done();
    }

    @Async
    public Coroutine<Integer> withoutAwaits() {
        await(empty());
        return done(await(noAwait(1)) + await(noAwait(await(noAwait(2)))));
    }

    @Async
    public Coroutine<Integer> discardedValues() {
        await(later(1));
        await(later(2L));
        await(noAwait(3));
        for (await(later(4)); base < 11; await(later("s")), base++) await(later(5.0));
        return done(base);
    }
}
