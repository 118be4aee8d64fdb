package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.util.*;

/** Awaits in indices, initialisers, dimensions and elements. */
public class Arrays {

    int[] field = {1, 2, 3};
    static long[][] table = {{1}, {2, 3}};

    int at(int index) {
        return v("at", index);
    }

    @Async
    public Coroutine<int[]> initialiser() {
        return done(new int[] {at(1), await(later(2)), at(3), await(later(4))});
    }

    @Async
    public Coroutine<Object> everyKind() {
        boolean[] z = {true, await(later(false))};
        byte[] b = {1, await(later((byte) 2))};
        char[] c = {'a', await(later('b'))};
        short[] s = {1, await(later((short) 2))};
        long[] j = {1, await(later(2L)), await(later(3))};
        float[] f = {1, await(later(2f))};
        double[] d = {1, await(later(2.0)), await(later(3))};
        String[] a = {"x", await(later("y")), null};
        return done(new Object[] {z, b, c, s, j, f, d, a, await(later(a.length))});
    }

    @Async
    public Coroutine<Object> dimensions() {
        int[][][] cube = new int[at(2)][await(later(2))][];
        cube[await(later(1))][at(0)] = new int[await(later(3))];
        cube[1][0][await(later(2))]++;
        double[][] rows = new double[await(later(1))][await(later(2))];
        rows[0][1] += await(later(2.5));
        String[][][] texts = new String[1][at(1)][await(later(1))];
        texts[0][0][0] = "t";
        return done(new Object[] {cube, rows, texts});
    }

    @Async
    public Coroutine<Object> nestedInitialisers() {
        int[][] m = {{at(1), await(later(2))}, {}, {await(later(3))}, null};
        Object[] o = {m, new String[][] {{await(later("a"))}, {"b", await(later("c"))}}, at(4)};
        return done(o);
    }

    @Async
    public Coroutine<Object> increments() {
        int[] i = {1, 2};
        i[await(later(0))]++;
        --i[await(later(1))];
        int old = i[at(0)]++ + await(later(10)) + ++i[at(1)];
        long[] l = {5};
        l[await(later(0))]--;
        byte[] b = {127};
        b[await(later(0))]++;
        char[] c = {'a'};
        c[await(later(0))] += await(later(2));
        Integer[] boxed = {7};
        boxed[await(later(0))]++;
        boxed[at(0)] += await(later(3));
        field[await(later(2))] *= await(later(5));
        table[await(later(1))][at(1)] <<= await(later(1));
        table[1][1] >>= 1;
        return done(new Object[] {i, old, l, b, c, boxed, field, table});
    }

    @Async
    public Coroutine<Object> compoundKeepsTheOldValue() {
        int[] a = {1, 2, 3};
        int i = 0;
        a[i] += await(later(10)) + (i = 2);
        a[i++] = a[i = 0] + await(later(100));
        a[i] = i = await(later(2));
        String[] s = {"a"};
        s[0] += await(later("b")) + (s[0] = "c");
        return done(new Object[] {a, i, s});
    }

    @Async
    public Coroutine<Object> booleansAndBytesShareInstructions() {
        boolean[] z = new boolean[2];
        byte[] b = new byte[2];
        z[at(0)] = await(later(true));
        b[at(0)] = await(later((byte) -1));
        z[1] |= z[await(later(0))];
        b[1] ^= b[await(later(0))];
        b[1] = (byte) (b[1] + (z[0] ? await(later(2)) : 0));
        return done(new Object[] {z, b});
    }

    @Async
    public Coroutine<String> nullArray() {
        int[] none = await(later((int[]) null));
        try {
            none[at(0)] = await(later(1));
            return done("stored");
        } catch (NullPointerException e) {
            return done("null");
        }
    }

    @Async
    public Coroutine<String> outOfBounds() {
        int[] a = new int[2];
        String seen = "";
        try {
            a[at(5)] = await(later(1));
        } catch (ArrayIndexOutOfBoundsException e) {
            seen += e.getMessage();
        }
        try {
            Object[] strings = new String[1];
            strings[0] = await(later(1));
        } catch (ArrayStoreException e) {
            seen += e.getMessage();
        }
        try {
            a = new int[await(later(-1))];
        } catch (NegativeArraySizeException e) {
            seen += e.getMessage();
        }
        return done(seen);
    }

    @Async
    public Coroutine<Object> merged() {
        Object a;
        if (await(later(true))) a = new int[] {1};
        else a = new long[] {2};
        await(later(0));
        Number[] n = at(1) == 1 ? new Integer[] {await(later(1))} : new Double[] {2.0};
        await(later(0));
        n[0] = 5;
        Object[] o = at(2) == 2 ? n : new String[][] {{"x"}};
        await(later(0));
        return done(new Object[] {a, n, o, o.length});
    }

    @Async
    public Coroutine<Object> clones() {
        int[] a = {1, await(later(2))};
        int[][] b = {a, a.clone()};
        int[][] c = b.clone();
        c[await(later(0))] = a.clone();
        c[0][await(later(1))] = 9;
        String[] names = await(later(new String[] {"n"})).clone();
        return done(new Object[] {a, b, c, names, java.util.Arrays.asList(names)});
    }

    @SafeVarargs
    static <T> List<T> listOf(T... all) {
        return new ArrayList<>(java.util.Arrays.asList(all));
    }

    @Async
    public Coroutine<Object> varargs() {
        List<Object> list = listOf(at(1), await(later("v")), 2.0, await(later('c')));
        list.addAll(listOf(await(later(new Object[] {1, 2}))));
        return done(String.format("%s %s %s", list, await(later(1)), at(2)));
    }
}
