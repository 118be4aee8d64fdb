package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.io.*;
import java.util.*;

/** Async methods that await others of their own class, which have a frame only if they suspend. */
public class Calls {

    static class Base {
        final int base;

        Base(int base) {
            this.base = base;
        }

        @Async
        Coroutine<Integer> of(int n) {
            return done(v("base", base + (n > 0 ? await(later(n)) : 0)));
        }

        @Async
        final Coroutine<Integer> twice(int n) {
            return done(await(of(n)) * 10 + await(of(0)));
        }
    }

    static class Overriding extends Base {
        Overriding() {
            super(5);
        }

        @Override
        @Async
        Coroutine<Integer> of(int n) {
            return done(v("overriding", -await(super.of(n))));
        }
    }

    static final class Inheriting extends Base {
        Inheriting() {
            super(6);
        }
    }

    @Async
    public Coroutine<String> overridden() {
        String all = "";
        for (Base each : List.of(new Base(3), new Overriding(), new Inheriting())) {
            all += await(each.twice(2)) + " ";
        }
        return done(all);
    }

    @Async
    private static Coroutine<Double> mixed(
            int depth, boolean flag, String name, long wide, double real, int[] array) {
        if (depth == 0) return done(real + wide + array[0] + await(later(name.length())));
        array[0]++;
        wide += depth;
        double inner = await(mixed(depth - 1, !flag, name + depth, wide, real / 2, array));
        return done(flag ? inner + name.length() : inner - wide);
    }

    @Async
    public Coroutine<Double> parametersOfAllKinds() {
        return done(await(mixed(40, true, "", 1L << 40, 3.5, new int[1])));
    }

    @Async
    private Coroutine<Integer> even(int n) {
        if (n == 0) return done(await(later(7)));
        return odd(n - 1);
    }

    @Async
    private Coroutine<Integer> odd(int n) {
        try {
            return even(n - 1);
        } finally {
            v("left", n);
        }
    }

    @Async
    public Coroutine<Integer> tails() {
        return even(50);
    }

    @Async
    private Coroutine<Integer> failing(int depth, List<Integer> seen) throws IOException {
        try {
            if (depth == 0) throw new IOException("at " + await(later(1)));
            return done(await(failing(depth - 1, seen)) + 1);
        } catch (IOException e) {
            seen.add(depth);
            if (depth == 3) return done(await(later(depth)));
            throw e;
        } finally {
            if (depth % 2 == 0) seen.add(-await(later(depth)));
        }
    }

    @Async
    public Coroutine<String> failures() throws IOException {
        List<Integer> seen = new ArrayList<>();
        return done(await(failing(6, seen)) + seen.toString());
    }

    @Async
    private Coroutine<String> pause(String name) {
        v("before", name);
        await(later(1));
        return done(v("after", name));
    }

    @Async
    public Coroutine<String> amongOperands() {
        StringBuilder log = new StringBuilder("x");
        return done(
                log.append(1) + await(pause("a")) + new StringBuilder(await(pause("b")))
                        + log.append(2) + await(pause("c" + await(pause("d")))));
    }

    @Async
    public Coroutine<Integer> inLoopsAndResources() throws IOException {
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            try (Reader reader = new StringReader("abc")) {
                sum += reader.read() + await(even(2 * i)) + await(pause("" + i)).length();
                if (sum > 400) break;
            }
        }
        return done(sum);
    }

    @Async
    private Coroutine<Integer> early(boolean suspend) {
        if (!suspend) return done(1);
        int kept = await(later(2));
        return done(kept + await(early(false)));
    }

    @Async
    public Coroutine<Integer> atOnceAndNot() {
        return done(await(early(false)) + await(early(true)) + await(early(false)));
    }
}
