package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.util.*;

/** Pattern variables of instanceof. */
public class Patterns {

    sealed interface Shape permits Circle, Square {}

    record Circle(double radius) implements Shape {}

    record Square(int side) implements Shape {}

    @Async
    public Coroutine<String> binding() {
        Object o = await(later((Object) "text"));
        if (o instanceof String s && s.length() == await(later(4))) return done(s + await(later(s)));
        return done("no");
    }

    @Async
    public Coroutine<String> negated() {
        Object o = await(later((Object) List.of(1, 2)));
        if (!(o instanceof List<?> list)) return done("no");
        int size = list.size() + await(later(1));
        while (!(o instanceof String text)) o = o + await(later("!"));
        return done(text + size + list.get(await(later(0))));
    }

    @Async
    public Coroutine<Double> overShapes() {
        double area = 0;
        for (Shape shape : new Shape[] {new Circle(await(later(1.0))), new Square(3)}) {
            if (shape instanceof Circle c) area += c.radius() * await(later(c)).radius();
            else if (shape instanceof Square q && await(later(q)).side() > 2) area += q.side();
        }
        return done(area);
    }

    @Async
    public Coroutine<String> inATernary() {
        Object o = await(later((Object) 42));
        String s = o instanceof Integer i ? i + await(later("i")) : o instanceof String t ? t : "?";
        return done(s + (await(later((Object) "q")) instanceof String t && !t.isEmpty() ? t : "-"));
    }

    @Async
    public Coroutine<String> onAnAwait() {
        if (await(later((Object) 5L)) instanceof Long l && await(later(l)) == 5)
            return done("long " + l);
        return done("no");
    }

    @Async
    public Coroutine<Object> generic() {
        Object o = await(later(new TreeMap<>(Map.of("a", 1))));
        Object seen = null;
        if (o instanceof Map<?, ?> map)
            for (Object key : map.keySet())
                if (key instanceof String name && map.get(name) instanceof Integer n)
                    seen = name + (n + await(later(1)));
        return done(seen);
    }

    @Async
    public Coroutine<Boolean> equality() {
        Object other = await(later((Object) new Square(2)));
        return done(other instanceof Square that && that.side() == await(later(2))
                && new Square(await(later(2))).equals(that));
    }
}
