package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.util.*;

/** Default, static and private methods of interfaces, generic ones, and contracts. */
public class Interfaces {

    interface Store<K, V> {
        @Async
        Coroutine<V> get(K key);

        @Async
        default Coroutine<V> getOr(K key, V other) {
            V value = await(get(key));
            return done(value == null ? await(fallback(other)) : value);
        }

        @Async
        private Coroutine<V> fallback(V other) {
            log("fallback");
            return done(await(later(other)));
        }

        @Async
        static <K extends Comparable<K>> Coroutine<K> smallest(Collection<? extends K> keys) {
            K least = null;
            for (K key : keys)
                if (least == null || await(later(key)).compareTo(least) < 0) least = key;
            return done(least);
        }

        @Async
        private static Coroutine<String> secret(int n) {
            return done("secret" + await(later(n)));
        }

        @Async
        static Coroutine<String> tell() {
            return secret(await(later(4)));
        }
    }

    static class Plain implements Store<String, Integer> {
        final Map<String, Integer> map = new TreeMap<>(Map.of("a", 1));

        @Async
        @Override
        public Coroutine<Integer> get(String key) {
            return done(map.get(await(later(key))));
        }
    }

    static class Louder extends Plain {
        @Async
        @Override
        public Coroutine<Integer> getOr(String key, Integer other) {
            int value = await(super.getOr(key, other));
            return done(value * await(later(10)));
        }
    }

    interface Left {
        @Async
        default Coroutine<String> side() {
            return done("left" + await(later(1)));
        }
    }

    interface Right {
        @Async
        default Coroutine<String> side() {
            return done("right" + await(later(2)));
        }
    }

    static class Both implements Left, Right {
        @Async
        @Override
        public Coroutine<String> side() {
            return done(await(Left.super.side()) + await(Right.super.side()));
        }
    }

    enum Op implements Left {
        ADD {
            @Async
            @Override
            Coroutine<Integer> apply(int a, int b) {
                return done(a + await(later(b)));
            }
        },
        MUL {
            @Async
            @Override
            Coroutine<Integer> apply(int a, int b) {
                return done(a * await(later(b)) + await(times()));
            }

            @Async
            private Coroutine<Integer> times() {
                return done(await(later(ordinal())));
            }
        },
        SUB;

        @Async
        Coroutine<Integer> apply(int a, int b) {
            return done(a - await(later(b)));
        }

        @Async
        static Coroutine<Op> find(String name) {
            return done(valueOf(await(later(name))));
        }
    }

    record Point(int x, long y) implements Left {
        Point {
            if (x < 0) throw new IllegalArgumentException("x");
        }

        @Async
        Coroutine<Point> plus(Point other) {
            return done(new Point(x + await(later(other)).x(), y + await(later(other.y))));
        }

        @Async
        static Coroutine<Point> origin() {
            return done(new Point(await(later(0)), await(later(0L))));
        }
    }

    record Box<T extends Comparable<T>>(T... values) {
        @SafeVarargs
        Box {}

        @Async
        Coroutine<T> greatest() {
            T greatest = values[0];
            for (T value : values)
                if (await(later(value)).compareTo(greatest) > 0) greatest = value;
            return done(greatest);
        }
    }

    @Async
    public Coroutine<String> defaultsAndPrivates() {
        Store<String, Integer> store = new Plain();
        String out = "" + await(store.get("a")) + await(store.getOr("b", 7));
        store = await(later(new Louder()));
        return done(out + await(store.getOr("a", 1)) + await(store.getOr("c", 2)));
    }

    @Async
    public Coroutine<String> statics() {
        return done(await(Store.smallest(List.of("c", "b", "d"))) + await(Store.tell()));
    }

    @Async
    public Coroutine<String> asALambda() {
        Store<Integer, String> store = key -> done(key > 1 ? "big" + await(later(key)) : null);
        return done(await(store.getOr(1, "small")) + await(store.getOr(2, "small")));
    }

    @Async
    public Coroutine<String> diamond() {
        return done(await(new Both().side()));
    }

    @Async
    public Coroutine<String> enums() {
        String out = "";
        for (Op op : Op.values()) out += await(op.apply(6, await(later(3)))) + await(op.side());
        return done(out + await(Op.find("MUL")));
    }

    @Async
    public Coroutine<String> records() {
        Point p = await(await(Point.origin()).plus(new Point(await(later(1)), 2)));
        try {
            new Point(await(later(-1)), 0);
        } catch (IllegalArgumentException e) {
            log(e);
        }
        return done(p + await(p.side()) + await(new Box<>("a", "c", "b").greatest())
                + await(new Box<>(await(later(3)), 1).greatest()));
    }
}
