package gen;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** What generated programs call. It has no state. */
public final class Support {

    public enum Colour {
        RED,
        GREEN,
        BLUE;

        static Colour at(int index) {
            return values()[index];
        }
    }

    public interface Op<A, B> {
        @Async
        Coroutine<B> apply(A argument, long count) throws Exception;
    }

    public static class Cell {
        public int n;
        public String s;
        public Cell next;

        public Cell(int n, String s) {
            this(n, s, null);
        }

        public Cell(int n, String s, Cell next) {
            log("new Cell " + n);
            if (n == 100) throw new IllegalArgumentException("Cell 100");
            this.n = n;
            this.s = s;
            this.next = next;
        }

        public Cell(long n, boolean b) {
            this((int) n, "" + b);
        }

        @Override
        public String toString() {
            return "Cell(" + n + "," + cut(s) + (next == null ? ")" : ",...)");
        }
    }

    public static class Twin<A, B> extends Cell {
        static {
            log("Twin is initialised");
        }

        public Twin(A a, B b) {
            super(text(a).length(), cut(text(b)));
        }
    }

    public record Door(String name, boolean jammed) implements AutoCloseable {
        public Door {
            log("open " + name);
        }

        @Override
        public void close() throws IOException {
            log("close " + name);
            if (jammed) throw new IOException("jammed " + name);
        }
    }

    public interface Gen<A, T> {
        @Async
        AsyncGenerator<T> elements(A argument, long count) throws Exception;
    }

    public record Gate(String name, boolean jammed) implements AsyncCloseable {
        public Gate {
            log("open " + name);
        }

        @Override
        @Async
        public Coroutine<Void> closeAsync() throws IOException {
            log("closes " + name);
            await(dev.weft.differential.probe.Leaf.later(0));
            if (jammed) throw new IOException("jammed " + name);
            log("closed " + name);
            return done();
        }
    }

    /** Lets pass what leaves its block, or holds it back, or puts something else in its place. */
    public record Scope(String name, int way) implements AsyncScope {
        public Scope {
            log("enter " + name);
        }

        @Override
        @Async
        public Coroutine<Throwable> exit(Throwable failure) throws IOException {
            log("exit " + name);
            log(failure);
            await(dev.weft.differential.probe.Leaf.later(0));
            return switch (way) {
                case 0, 1 -> done((Throwable) null);
                case 2 -> done(new IllegalArgumentException("instead " + name));
                case 3 -> throw new IOException("exit fails " + name);
                case 4 -> done(failure == null ? null : new RuntimeException("wrapped " + name, failure));
                default -> done(failure);
            };
        }
    }

    /** Two elements, from an iterator that is no generator. */
    public static <T> AsyncIterable<T> some(T first, T second, boolean jammed) {
        return () -> {
            log("iterates");
            return new AsyncIterator<T>() {
                int next;

                @Override
                @Async
                public Coroutine<T> next() {
                    if (next == 2) throw new StopAsyncIteration();
                    return done(await(dev.weft.differential.probe.Leaf.later(next++ == 0 ? first : second)));
                }

                @Override
                @Async
                public Coroutine<Void> closeAsync() throws IOException {
                    log("left at " + next);
                    await(dev.weft.differential.probe.Leaf.later(0));
                    if (jammed) throw new IOException("jammed");
                    return done();
                }
            };
        };
    }

    @Async
    public static <T> AsyncGenerator<T> two(T first, T second) {
        try {
            emit(first);
            emit(await(dev.weft.differential.probe.Leaf.later(second)));
        } finally {
            log("end of two");
            await(dev.weft.differential.probe.Leaf.later(0));
        }
        return end();
    }

    @Async
    public static <T> Coroutine<T> echo(T value) {
        return done(await(dev.weft.differential.probe.Leaf.later(value)));
    }

    @Async
    public static <T> CompletableFuture<T> hotEcho(T value) {
        T same = await(dev.weft.differential.probe.Leaf.later(value));
        return CompletableFuture.completedFuture(same);
    }

    @Async
    public static <A, B> Coroutine<B> apply(A value, Op<A, B> op) throws Exception {
        return done(await(op.apply(value, 5L)));
    }

    public static boolean yes() {
        return true;
    }

    public static int ix(int index) {
        return Math.floorMod(index, 2);
    }

    public static int ix(long index) {
        return (int) Math.floorMod(index, 2L);
    }

    public static String word(int index) {
        return index == 0 ? "Aa" : "BB";
    }

    public static int len(int[] array) {
        return array.length;
    }

    public static int len(int[][] array) {
        return array.length;
    }

    public static int len(String text) {
        return text.length();
    }

    public static boolean same(Object a, Object b) {
        return Objects.equals(a, b);
    }

    public static String cut(String text) {
        return text == null || text.length() < 30 ? text : text.substring(text.length() - 30);
    }

    public static String text(Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Cell
                || value instanceof Character || value instanceof Boolean)
            return String.valueOf(value);
        return value.getClass().getSimpleName();
    }

    /** The message, unless it is one of the JVM's that describe the instruction. */
    public static String message(Throwable t) {
        boolean described = t instanceof NullPointerException || t instanceof ClassCastException;
        return described ? t.getClass().getName() : t.getMessage();
    }

    public static String join(Object... all) {
        StringBuilder out = new StringBuilder();
        for (Object one : all) out.append(cut(text(one))).append('|');
        return out.toString();
    }

    private Support() {}
}
