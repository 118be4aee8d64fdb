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
