package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.io.IOException;
import java.util.*;

/** Generators: what their bodies may hold, and how they are stepped, by loops and by hand. */
public class Generators {

    interface Source<T> {
        @Async
        AsyncGenerator<T> elements(int count) throws Exception;

        @Async
        default AsyncGenerator<T> twice(int count) throws Exception {
            for (int i = 0; i < 2; i++)
                for (var t : each(elements(count))) emit(t);
            return end();
        }

        @Async
        static AsyncGenerator<String> words(String... words) {
            for (String word : words) emit(word + await(later("!")));
            return end();
        }
    }

    static class Base {
        int field = 5;

        @Async
        AsyncGenerator<Integer> numbers(int count) throws Exception {
            for (int i = 0; i < count; i++) emit(field++ + await(later(i)));
            return end();
        }
    }

    static class Derived extends Base implements Source<Integer> {
        @Override
        @Async
        AsyncGenerator<Integer> numbers(int count) throws Exception {
            emit(-1);
            for (int n : each(super.numbers(count))) emit(n * 2);
            return end();
        }

        @Override
        @Async
        public AsyncGenerator<Integer> elements(int count) throws Exception {
            for (int n : each(numbers(count))) emit(n + field);
            return end();
        }
    }

    enum Planet {
        EARTH,
        MARS;

        @Async
        AsyncGenerator<String> moons() {
            if (this == EARTH) emit("moon" + await(later(1)));
            emit(name());
            return end();
        }
    }

    record Range(long from, double step) {
        @Async
        AsyncGenerator<Double> elements(int count) {
            for (int i = 0; i < count; i++) emit(from + step * await(later(i)));
            return end();
        }
    }

    class Inner<T extends Comparable<T>> {
        final T most;

        Inner(T most) {
            this.most = most;
        }

        @Async
        AsyncGenerator<T> below(List<? extends T> all) {
            for (T one : all) if (one.compareTo(await(later(most))) < 0) emit(v(name, one));
            return end();
        }
    }

    String name = "outer";

    @Async
    public AsyncGenerator<Integer> nothing() {
        return end();
    }

    @Async
    public AsyncGenerator<Integer> awaitsOnly() {
        log(await(later("only")));
        return end();
    }

    @Async
    public AsyncGenerator<Integer> emitsOnly() {
        emit(1);
        emit(null);
        emit(3);
        return end();
    }

    @Async
    public AsyncGenerator<Object> mixed() throws IOException {
        log("begins");
        for (int i = 0; i < 3; i++) {
            emit(v("i", i));
            log("between");
            emit(await(later("a" + i)) + await(stage(i)));
        }
        log("ends");
        return end();
    }

    @Async
    public AsyncGenerator<Object> fails() throws IOException {
        emit(1);
        emit(await(later(2)));
        if (await(later(true))) throw new IOException("broken");
        emit(3);
        return end();
    }

    @Async
    public AsyncGenerator<Integer> neverBegins() throws IOException {
        throw new IOException("at once");
    }

    @Async
    public AsyncGenerator<Object> isLazy() {
        for (int n : each(logged(3))) {
            log("got " + n);
            emit(n);
        }
        return end();
    }

    @Async
    private AsyncGenerator<Integer> logged(int count) {
        try {
            for (int i = 0; i < count; i++) {
                log("before " + i);
                emit(i);
                log("after " + i);
            }
        } finally {
            log("finally");
        }
        return end();
    }

    @Async
    public AsyncGenerator<Object> localsOfAllTypes() {
        boolean z = true;
        byte b = 1;
        char c = 'c';
        short s = 2;
        int i = 3;
        long l = 4L;
        float f = 5f;
        double d = 6.0;
        String text = "t";
        int[] ints = {1, 2};
        double[][] grid = {{1.5}, {2.5, 3.5}};
        Object nothing = null;
        emit(z);
        emit(b);
        b++;
        emit(c);
        c++;
        emit(s + b);
        l += await(later(i));
        emit(i + l);
        f *= 2;
        emit(f + d);
        ints[1]++;
        emit(text + ints[0] + ints[1] + grid[1][await(later(1))]);
        grid[0] = new double[] {l, d};
        emit(nothing == null ? grid[0][0] : text);
        emit("" + z + b + c + s + i + l + f + d);
        return end();
    }

    @Async
    public AsyncGenerator<Object> operandsAroundEmit() {
        int[] array = {1, 2, 3};
        long l = 7;
        Object sent = v("first", 1L) + (emit("a") == null ? l : 0) * v("last", 2L);
        emit(sent);
        emit(join(v("x", 1), emit("b"), await(later("y")), emit("c"), l, 2.5));
        array[v("index", 1)] += emit("d") == null ? await(later(5)) : 0;
        emit(array[1]);
        String s = "s";
        s += emit("e");
        s += await(later(s)) + emit(s);
        emit(s);
        emit(emit(emit("nested")));
        boolean both = emit("f") == null && emit("g") == null || emit("never") == null;
        emit(both ? emit("h") : emit("i"));
        emit(new StringBuilder(s + emit("j")).append(array[0]).toString());
        return end();
    }

    private static String join(Object... all) {
        return java.util.Arrays.toString(all);
    }

    @Async
    public AsyncGenerator<Object> emitInNewAndSwitch() {
        for (int i = 0; i < 4; i++) {
            long wide = i;
            Object o = switch (i) {
                case 0 -> emit("zero");
                case 1 -> {
                    emit("one");
                    yield await(later("1"));
                }
                case 2 -> {
                    try {
                        yield emit("two") + (String) emit("zwei");
                    } finally {
                        emit("finally");
                    }
                }
                default -> emit(wide + await(later(1L)));
            };
            emit(new ArrayList<Object>(java.util.Arrays.asList(o, emit("in new"), wide)).toString());
        }
        return end();
    }

    @Async
    private AsyncGenerator<Object> echo() {
        Object got = emit("ready");
        while (got != null) {
            log(got);
            String text = got + "!" + await(later(1));
            got = emit(text);
        }
        return end();
    }

    @Async
    public Coroutine<String> sendsByHand() {
        var echo = echo();
        Object all = await(echo.next());
        all = all + "," + await(echo.send("a")) + "," + await(echo.send(2L));
        try {
            all = all + "," + await(echo.next());
        } catch (StopAsyncIteration end) {
            all = all + " stopped";
        }
        return done((String) all);
    }

    @Async
    public Coroutine<String> firstThingToSendIsNull() {
        var echo = echo();
        try {
            await(echo.send("early"));
            return done("no");
        } catch (IllegalStateException e) {
            return done(e.getMessage() + await(echo.next()) + await(echo.send(null == name)));
        }
    }

    @Async
    private AsyncGenerator<String> patient() throws IOException {
        for (int i = 0; i < 3; i++) {
            try {
                emit("e" + i);
            } catch (IllegalStateException e) {
                emit("caught " + e.getMessage() + await(later(i)));
            } finally {
                log(await(later("finally " + i)));
            }
        }
        return end();
    }

    @Async
    public Coroutine<String> throwsInto() throws Exception {
        var patient = patient();
        String all = await(patient.next());
        all += await(patient.throwInto(new IllegalStateException("one")));
        all += await(patient.next());
        try {
            all += await(patient.throwInto(new IOException("two")), IOException.class);
        } catch (IOException e) {
            all += e.getMessage();
        }
        try {
            await(patient.next());
        } catch (StopAsyncIteration end) {
            all += " stopped";
        }
        return done(all);
    }

    @Async
    public Coroutine<String> throwsIntoWhatNeverBegan() throws Exception {
        var patient = patient();
        try {
            await(patient.throwInto(new IOException("early")), IOException.class);
        } catch (IOException e) {
            log(e);
        }
        try {
            return done(await(patient.next()));
        } catch (StopAsyncIteration end) {
            return done("stopped");
        }
    }

    @Async
    public Coroutine<String> closesByHand() throws Exception {
        var fresh = patient();
        await(fresh.closeAsync());
        var begun = patient();
        String all = await(begun.next());
        await(begun.closeAsync());
        await(begun.closeAsync());
        for (var never : each(begun)) all += never;
        for (var never : each(fresh)) all += never;
        var finished = Source.words("a");
        for (var word : each(finished)) all += word;
        await(finished.closeAsync());
        return done(all);
    }

    @Async
    public Coroutine<String> closesAsAStatement() {
        var words = Source.words("a", "b");
        String word = await(words.next());
        words.close();
        log("closed");
        for (var never : each(words)) word += never;
        return done(word);
    }

    @Async
    private AsyncGenerator<Integer> stubborn() {
        try {
            emit(1);
        } finally {
            emit(2);
            log("never");
        }
        return end();
    }

    @Async
    public Coroutine<Object> emittingWhileClosing() {
        var stubborn = stubborn();
        Object first = await(stubborn.next());
        try {
            await(stubborn.closeAsync());
            return done("no");
        } catch (IllegalStateException e) {
            log(e);
            for (var more : each(stubborn)) log(more);
            return done(first);
        }
    }

    @Async
    private AsyncGenerator<Integer> swallowing() {
        try {
            emit(await(later(1)));
            emit(2);
        } catch (GeneratorExit exit) {
            log("swallowed");
            await(later("in the handler"));
        }
        log("on to the end");
        return end();
    }

    @Async
    public Coroutine<Object> exitIsSwallowed() {
        for (int n : each(swallowing())) {
            log(n);
            break;
        }
        var again = swallowing();
        log(await(again.next()));
        await(again.closeAsync());
        return done("closed");
    }

    @Async
    private AsyncGenerator<Integer> replacing() throws IOException {
        try {
            emit(1);
            emit(2);
        } finally {
            if (await(later(true))) throw new IOException("in finally");
        }
        return end();
    }

    @Async
    public Coroutine<String> closeFails() throws Exception {
        var replacing = replacing();
        log(await(replacing.next()));
        try {
            await(replacing.closeAsync(), IOException.class);
            return done("no");
        } catch (IOException e) {
            return done(e.getMessage());
        }
    }

    private AsyncGenerator<Integer> self;

    @Async
    private AsyncGenerator<Integer> selfish() {
        emit(0);
        try {
            emit(await(self.next()));
        } catch (IllegalStateException e) {
            log(e);
        }
        emit(1);
        return end();
    }

    @Async
    public Coroutine<String> isRunningAlready() {
        self = selfish();
        String all = "";
        for (int n : each(self)) all += n;
        return done(all);
    }

    @Async
    private AsyncGenerator<Integer> selfClosing() {
        emit(0);
        try {
            await(self.closeAsync());
        } catch (IllegalStateException e) {
            log(e);
        }
        emit(1);
        return end();
    }

    @Async
    public Coroutine<String> closesItself() {
        self = selfClosing();
        String all = "";
        for (int n : each(self)) all += n;
        return done(all);
    }

    @Async
    private AsyncGenerator<Integer> stops() {
        emit(1);
        if (await(later(true))) throw new StopAsyncIteration();
        return end();
    }

    @Async
    public Coroutine<String> stopOutOfABody() {
        String all = "";
        try {
            for (int n : each(stops())) all += n;
        } catch (IllegalStateException e) {
            log(e);
            all += e.getCause() instanceof StopAsyncIteration;
        }
        return done(all);
    }

    @Async
    private AsyncGenerator<Integer> tree(int depth) {
        if (depth == 0) return end();
        for (int n : each(tree(depth - 1))) emit(n * 10);
        emit(depth + await(later(0)));
        for (int n : each(tree(depth - 1))) emit(n * 10 + 1);
        return end();
    }

    @Async
    public AsyncGenerator<Integer> recursion() {
        for (int n : each(tree(3))) emit(n);
        return end();
    }

    @Async
    private <K extends Comparable<K>, V> AsyncGenerator<Map.Entry<K, V>> sorted(Map<K, V> map) {
        for (K key : new TreeMap<>(map).keySet()) emit(Map.entry(key, await(later(map.get(key)))));
        return end();
    }

    @Async
    public Coroutine<String> generic() {
        String all = "";
        for (var entry : each(sorted(Map.of("b", 2, "a", 1)))) all += entry.getKey() + entry.getValue();
        for (Map.Entry<Long, int[]> entry : each(sorted(Map.of(1L, new int[] {4}))))
            all += entry.getKey() + entry.getValue()[0];
        return done(all);
    }

    @Async
    public Coroutine<String> inAllSortsOfClasses() throws Exception {
        String all = "";
        for (int n : each(new Derived().twice(2))) all += n + " ";
        for (int n : each(new Base().numbers(2))) all += n + " ";
        for (String moon : each(Planet.EARTH.moons())) all += moon;
        for (String moon : each(Planet.MARS.moons())) all += moon;
        for (double d : each(new Range(3, 0.5).elements(3))) all += d;
        for (String word : each(Source.words("x", "y"))) all += word;
        for (String s : each(new Inner<>("m").below(List.of("a", "z", "c")))) all += s;
        int captured = await(later(4));
        class Local {
            @Async
            AsyncGenerator<Integer> elements() {
                emit(captured);
                emit(name.length() + await(later(captured)));
                return end();
            }
        }
        for (int n : each(new Local().elements())) all += n;
        Source<String> anonymous = new Source<>() {
            @Override
            @Async
            public AsyncGenerator<String> elements(int count) {
                emit(name + captured);
                emit("c" + await(later(count)));
                return end();
            }
        };
        for (String s : each(anonymous.twice(1))) all += s;
        return done(all);
    }

    @Async
    public Coroutine<String> lambdas() throws Exception {
        String all = "";
        int captured = await(later(3));
        long[] changed = {10};
        Source<String> lambda = count -> {
            for (int i = 0; i < count; i++) {
                changed[0]++;
                emit("l" + i + captured + await(later(name)));
            }
            return end();
        };
        for (String s : each(lambda.twice(2))) all += s + changed[0];
        Source<Long> nested = count -> {
            Source<Long> within = c -> {
                emit(changed[0] + c + count);
                return end();
            };
            for (long l : each(within.elements(count))) emit(l * 2);
            return end();
        };
        for (long l : each(nested.elements(1))) all += l;
        Source<Integer> method = this::logged;
        for (int n : each(method.elements(2))) all += n;
        return done(all);
    }

    @Async
    private static AsyncGenerator<Object> manyParameters(
            int a, long b, double c, String d, int[] e, Object... rest) {
        a++;
        b += a;
        emit(a + b);
        c += b;
        d += await(later(d));
        emit(c + d);
        e = new int[] {a, e[0]};
        for (Object o : rest) emit(o + "" + e[1]);
        rest = null;
        emit(e.length + "" + a + b + c + d + rest);
        return end();
    }

    @Async
    public Coroutine<String> parametersAreLocals() {
        String all = "";
        for (var o : each(manyParameters(1, 2L, 3.5, "d", new int[] {7}, "r", 8L))) all += o + " ";
        return done(all);
    }

    @Async
    public AsyncGenerator<Object> withoutAnEnd() throws Exception {
        int i = 0;
        for (;;) {
            emit(i++);
            if (i > 3) throw new Exception("enough" + await(later(i)));
        }
    }

    @Async
    public AsyncGenerator<Object> endsAnywhere() {
        for (int i = 0; ; i++) {
            try {
                if (await(later(i)) == 3) return end();
                emit(i);
            } finally {
                emit("f" + i);
            }
        }
    }

    @Async
    public AsyncGenerator<Object> tryCatchFinally() {
        int i = 0;
        while (i < 3) {
            try {
                emit("t" + i);
                if (i == 1) throw new IOException("one");
                emit(await(later(i)));
            } catch (IOException e) {
                emit("c" + e.getMessage());
                log(await(later("in catch")));
                emit("d");
            } finally {
                i++;
                emit("f" + i);
            }
        }
        return end();
    }

    @Async
    public AsyncGenerator<Object> callsOthers() throws Exception {
        emit(await(sendsByHand()));
        emit(await(async(() -> {
            String all = "";
            for (int n : each(logged(2))) all += n;
            return done(all);
        })));
        return end();
    }

    interface Pages<A> {
        AsyncIterable<A> pages(A first);

        @Async
        default AsyncGenerator<A> firsts(A first) {
            for (A page : each(pages(first))) {
                emit(page);
                return end();
            }
            return end();
        }
    }

    interface More<A extends CharSequence> extends Pages<A> {
        @Override
        @Async
        AsyncGenerator<A> pages(A first);
    }

    static class Site implements More<String> {
        @Override
        @Async
        public AsyncGenerator<String> pages(String first) {
            emit(first);
            emit(await(later(first + "2")));
            return end();
        }
    }

    static class Cached extends Site {
        @Override
        @Async
        public AsyncGenerator<String> pages(String first) {
            emit("cached");
            for (String page : each(super.pages(first))) emit(page + await(later("!")));
            for (String page : each(firsts(first))) {
                emit("recursive");
                break;
            }
            return end();
        }

        @Override
        @Async
        public AsyncGenerator<String> firsts(String first) {
            for (String page : each(super.pages(first))) emit("f" + page);
            return end();
        }
    }

    @Async
    public Coroutine<String> bridges() {
        String all = "";
        Pages<String> site = new Site();
        for (String page : each(site.pages("a"))) all += page;
        for (String page : each(site.firsts("b"))) all += page;
        More<String> cached = new Cached();
        for (CharSequence page : each(cached.pages("c"))) all += page;
        for (var page : each(((Pages<String>) cached).firsts("d"))) all += page;
        return done(all);
    }

    static <T> AsyncIterable<T> none() {
        return Generators::noElements;
    }

    @Async
    private static <T> AsyncGenerator<T> noElements() {
        return end();
    }

    @Async
    public Coroutine<String> typesOfSources() {
        String all = "";
        AsyncIterable<? extends Number> numbers = logged(2);
        for (Number n : each(numbers)) all += n.longValue();
        for (var n : each(numbers)) all += "never" + n;
        AsyncIterable<?> anything = Source.words("x", "y");
        for (Object o : each(anything)) all += o;
        for (String s : Weft.each(Generators.<String>none())) all += s;
        for (long l : Weft.<Integer>each(logged(2))) all += l;
        for (AsyncGenerator<String> inner : each(generators())) for (var s : each(inner)) all += s;
        class Two implements AsyncIterable<Integer> {
            @Override
            public AsyncGenerator<Integer> iterator() {
                return logged(2);
            }
        }
        for (int n : each(new Two())) {
            class Seen {
                @Async
                Coroutine<String> text() {
                    String text = "";
                    for (int m : each(new Two())) text += n + m + await(later(m));
                    return done(text);
                }
            }
            all += await(new Seen().text());
        }
        return done(all);
    }

    @Async
    private static AsyncGenerator<AsyncGenerator<String>> generators() {
        emit(Source.words("a"));
        emit(Source.words("b", "c"));
        return end();
    }
}
