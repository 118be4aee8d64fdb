package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.util.*;
import java.util.function.*;

/** Type variables, bounds, wildcards, intersections and the casts that erasure brings. */
public class Generics {

    static class Cell<T extends Comparable<? super T>> {
        T value;

        Cell(T value) {
            this.value = value;
        }

        @Async
        <S extends T> Coroutine<Cell<T>> max(S other) {
            if (value.compareTo(await(later(other))) < 0) value = other;
            return done(this);
        }

        @Async
        <R extends Comparable<R>> Coroutine<Cell<R>> map(AsyncFunction<? super T, ? extends R> f)
                throws Exception {
            return done(new Cell<R>(await(f.apply(value))));
        }
    }

    @Async
    public Coroutine<Integer> cells() throws Exception {
        Cell<String> cell = await(new Cell<>("b").max(await(later("c"))));
        Cell<Integer> length = await(cell.map(s -> done(s.length() + await(later(s)).length())));
        return done(await(await(length.max(1)).max(9)).value);
    }

    @Async
    private static <T extends Number & Comparable<T>> Coroutine<T> larger(T a, T b) {
        T x = await(later(a));
        if (x.compareTo(b) > 0 && x.intValue() > await(later(0))) return done(x);
        return done(await(later(b)));
    }

    @Async
    private static <T extends CharSequence & Comparable<T>> Coroutine<Integer> both(List<T> all) {
        int n = 0;
        for (T t : all) {
            await(later(0));
            n += t.length() + t.compareTo(all.get(0));
        }
        return done(n);
    }

    @Async
    public Coroutine<String> intersections() {
        return done("" + await(larger(1, 2)) + await(larger(2.5, 1.5)) + await(both(List.of("b",
                "ca"))));
    }

    @Async
    private static Coroutine<Double> total(Collection<? extends Number> in, List<? super Double> out) {
        double sum = 0;
        for (Number n : in) {
            sum += n.doubleValue() + await(later(0.5));
            out.add(sum);
        }
        Object last = out.get(await(later(out.size())) - 1);
        return done(sum + (last instanceof Double d ? d : 0));
    }

    @Async
    public Coroutine<String> wildcards() {
        List<Object> out = new ArrayList<>(List.of("x"));
        return done(await(total(List.of(1, 2.5, 3L), out)) + "" + out);
    }

    @Async
    public Coroutine<Object> arraysOfTypeVariables() {
        return done(await(fill(new String[2], await(later("f")))));
    }

    @Async
    private static <T> Coroutine<T[]> fill(T[] array, T with) {
        for (int i = 0; i < array.length; i++) array[await(later(i))] = with;
        T[] copy = array.clone();
        await(later(0));
        copy[0] = array[1];
        return done(copy);
    }

    @Async
    public Coroutine<Integer> unboxingEverywhere() {
        Integer boxed = await(later(5));
        int n = boxed + await(later(boxed));
        long l = await(later(boxed));
        double d = await(later(n));
        Map<String, Integer> map = new HashMap<>(Map.of("k", await(later(1))));
        map.put("k", map.get("k") + await(later(2)));
        map.merge("k", await(later(3)), Integer::sum);
        Optional<Integer> some = await(later(Optional.of(n)));
        return done(n + (int) l + (int) d + map.get("k") + some.map(x -> x + 1).orElse(0));
    }

    @Async
    public Coroutine<String> heapPollution() {
        @SuppressWarnings({"unchecked", "rawtypes"})
        List<String> strings = (List) new ArrayList<>(List.of(1));
        try {
            String s = strings.get(await(later(0)));
            return done(s);
        } catch (ClassCastException e) {
            return done("polluted" + await(later(strings)).size());
        }
    }

    @Async
    public Coroutine<String> nullUnboxed() {
        try {
            int n = await(later((Integer) null));
            return done("" + n);
        } catch (NullPointerException e) {
            return done("npe");
        }
    }

    @Async
    private <T, X extends Exception> Coroutine<T> orThrow(T value, Supplier<X> failure) throws X {
        if (await(later(value)) == null) throw failure.get();
        return done(value);
    }

    @Async
    public Coroutine<String> genericException() {
        String s = await(orThrow("v", IllegalStateException::new));
        try {
            await(orThrow(null, () -> new java.io.IOException("none")));
        } catch (java.io.IOException e) {
            s += e.getMessage();
        }
        return done(s);
    }

    @Async
    public Coroutine<Object> inferred() {
        var list = new ArrayList<Map<String, ? extends Number>>();
        list.add(Map.of("a", await(later(1))));
        list.add(Map.of("b", await(later(2.0))));
        var out = new TreeMap<String, Number>();
        for (var map : list) for (var e : map.entrySet()) out.put(e.getKey(), await(later(e)).getValue());
        return done(out);
    }
}
