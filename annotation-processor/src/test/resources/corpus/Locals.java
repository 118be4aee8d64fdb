package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.util.*;

/** Locals of every type, slots that are used again, dead and null ones. */
public class Locals {

    @Async
    public Coroutine<Object> everyType() {
        boolean z = true;
        byte b = -1;
        char c = 'c';
        short s = -300;
        int i = 1 << 30;
        long j = 1L << 40;
        float f = 1.5f;
        double d = Math.PI;
        String text = "t";
        Object o = 5;
        int[] ints = {1};
        String[][] texts = {{"x"}};
        await(later(0));
        z = !z;
        b--;
        c++;
        s--;
        i++;
        j++;
        f++;
        d++;
        text += await(later(1));
        ints[0]++;
        texts[0][0] += await(later("y"));
        return done(new Object[] {z, b, c, s, i, j, f, d, text, o, ints, texts});
    }

    @Async
    public Coroutine<Object> parametersOfEveryType() {
        return done(await(takes(true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6.0, "s", new int[] {7},
                new Object[] {"o"}, List.of(8))));
    }

    @Async
    private Coroutine<Object> takes(boolean z, byte b, char c, short s, int i, long j, float f,
            double d, String t, int[] a, Object[] o, List<Integer> l) {
        int more = await(later(1));
        b += more;
        c += more;
        j += more;
        d += await(later(0.5));
        t = t + z + await(later(a))[0];
        a = null;
        Object[] all = {z, b, c, s, i, j, f, d, t, a, o, l};
        await(later(0));
        return done(all);
    }

    @Async
    public Coroutine<Object> slotReusedForOtherTypes() {
        List<Object> seen = new ArrayList<>();
        {
            int n = await(later(1));
            seen.add(n + await(later(1)));
        }
        {
            String n = await(later("s"));
            seen.add(n + await(later(1)));
        }
        {
            double n = await(later(1.5));
            seen.add(n + await(later(1)));
        }
        try {
            await(fail(new RuntimeException("r")));
        } catch (RuntimeException n) {
            seen.add(await(later(n.getMessage())) + n.getMessage());
        }
        {
            float n = await(later(2f));
            seen.add(n + await(later(1)));
        }
        try {
            long a = 1;
            long b = await(later(2L));
            if (a < b) throw new IllegalStateException("" + (a + b));
        } catch (IllegalStateException n) {
            seen.add(await(later(n.getMessage())));
            seen.add(n);
        }
        {
            int[] n = {await(later(3))};
            seen.add(n);
            await(later(0));
            n[0]++;
        }
        return done(seen);
    }

    @Async
    public Coroutine<String> listAndThrowableInOneSlot() {
        String s = "";
        for (int i = 0; i < 3; i++) {
            if (i % 2 == 0) {
                List<String> list = List.of("l" + i);
                await(later(0));
                s += list.get(0);
            } else {
                try {
                    throw new RuntimeException("t");
                } catch (RuntimeException e) {
                    await(later(0));
                    s += e.getMessage();
                }
            }
        }
        return done(s);
    }

    @Async
    public Coroutine<String> nullString() {
        String s = null;
        String t = await(later("t"));
        if (t.equals("x")) s = "set";
        await(later(0));
        return done(s + t);
    }

    @Async
    public Coroutine<String> nullThenAnotherType() {
        {
            String s = null;
            await(later(0));
            log(s);
        }
        int n = 5;
        long m = await(later(6L));
        return done("" + n + m);
    }

    @Async
    public Coroutine<Integer> nullMergedInALoop() {
        List<Integer> list = null;
        int[] array = null;
        for (int i = 0; i < 3; i++) {
            await(later(0));
            if (list == null) list = new ArrayList<>();
            if (array == null && i == 1) array = new int[] {10};
            list.add(await(later(i)));
        }
        return done(list.size() + array[0]);
    }

    @Async
    public Coroutine<String> assignedNull() {
        Object o = new Object();
        String s = "a";
        o = null;
        await(later(1));
        s = null;
        String t = (o == null) + await(later("x")) + s;
        s = t;
        t = null;
        await(later(2));
        return done(s + t);
    }

    @Async
    public Coroutine<Object> deadAfterwards() {
        int unused = 5;
        String dead = "dead";
        log(dead + unused);
        await(later(0));
        Object never;
        int[] big = new int[10];
        int length = big.length;
        await(later(0));
        return done(length);
    }

    @Async
    public Coroutine<String> reassignedParameters() {
        return done(await(reassigned("p", 1, 2L, 3.0)));
    }

    @Async
    private static Coroutine<String> reassigned(String p, int i, long l, double d) {
        try {
            p = await(later("q"));
            i = i + await(later(10));
            l *= await(later(10));
            if (i > 5) throw new IllegalStateException(p);
        } catch (IllegalStateException e) {
            d = await(later(0.5));
            p += e.getMessage();
        }
        return done(p + i + l + d);
    }

    @Async
    public Coroutine<Object> commonSupertypes() {
        Number n;
        Comparable<?> c;
        CharSequence t;
        if (await(later(true))) {
            n = 1;
            c = "c";
            t = new StringBuilder("sb");
        } else {
            n = 2.0;
            c = 5;
            t = "string";
        }
        await(later(0));
        Runnable r = n.intValue() == 1 ? () -> log("lambda") : new Thread();
        await(later(0));
        r.run();
        Object both = t.length() > 1 ? List.of(n) : Set.of(c);
        await(later(0));
        return done(n.intValue() + t.length() + " " + c + both);
    }

    static class Animal {
        String name() {
            return "animal";
        }
    }

    static class Dog extends Animal {
        @Override
        String name() {
            return "dog";
        }
    }

    static class Cat extends Animal {
        @Override
        String name() {
            return "cat";
        }
    }

    @Async
    public Coroutine<String> mergedUserTypes() {
        String out = "";
        Animal animal = new Dog();
        for (int i = 0; i < 3; i++) {
            await(later(i));
            out += animal.name();
            animal = i == 0 ? new Cat() : new Dog();
            var same = animal instanceof Cat ? animal : new Dog();
            await(later(i));
            out += same.name();
        }
        return done(out);
    }

    @Async
    public Coroutine<Integer> intLikes() {
        boolean z = await(later(true));
        byte b = (byte) (z ? 1 : 2);
        boolean y = b == 1 & await(later(true));
        char c = (char) (b + 64);
        short s = (short) (c * await(later(1000)));
        int sum = (z ? 1 : 0) + b + c + s;
        boolean[] zs = {y, z, !y};
        await(later(0));
        zs[2] = z = y;
        char[] cs = {c};
        cs[0] = c = (char) (c + await(later(1)));
        return done(sum + (zs[2] && z ? 1 : 0) + cs[0] + takesByte(b) + takesChar(c));
    }

    static int takesByte(byte b) {
        return b;
    }

    static int takesChar(char c) {
        return c;
    }

    @Async
    public Coroutine<String> lateAssignment() {
        final int n;
        String s;
        if (await(later(1)) == 1) {
            n = await(later(5));
            s = "one";
        } else {
            s = await(later("two"));
            n = 6;
        }
        java.util.function.IntSupplier supplier = () -> n;
        await(later(0));
        return done(s + n + supplier.getAsInt());
    }

    @Async
    public Coroutine<String> shadowedNames() {
        String out = "";
        for (int i = 0; i < 2; i++) out += await(later(i));
        for (long i = 0; i < 2; i++) out += await(later(i));
        for (String i : new String[] {"x"}) out += await(later(i)) + i;
        for (var i : Map.of(1, 2).entrySet()) out += await(later(i.getKey())) + i.getValue();
        return done(out);
    }
}
