package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

/** Awaits with operands already on the stack. */
public class Operands {

    int field = 5;
    long wide = 7;
    static double shared = 1.5;

    static String join(Object... parts) {
        StringBuilder all = new StringBuilder();
        for (Object part : parts) all.append(part).append('/');
        return all.toString();
    }

    static String mixed(int a, long b, double c, String d, float e, char f, byte g, boolean h) {
        return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h;
    }

    int bump() {
        return v("bump", ++field);
    }

    @Async
    public Coroutine<String> nestedInCall() {
        return done(mixed(bump(), wide, await(later(2.5)), "x", 1f, await(later('c')), (byte) 3,
                await(later(true))));
    }

    @Async
    public Coroutine<String> nestedCalls() {
        return done(join(bump(), join(bump(), await(later("in")), bump()), await(later("out"))));
    }

    @Async
    public Coroutine<Long> arithmetic() {
        long a = v("a", 10L);
        return done(a * (a + await(later(3))) - (wide << await(later(2))) / await(later(1L)));
    }

    @Async
    public Coroutine<Double> doublesOnStack() {
        double d = 1.25;
        return done(d + shared * (shared - await(later(0.5))) % await(later(3.0)));
    }

    @Async
    public Coroutine<Integer> ternary() {
        int a = await(later(true)) ? await(later(1)) : await(later(2));
        int b = bump() > 100 ? await(later(3)) : bump() + await(later(4));
        return done(a * 10 + b + (await(later(false)) ? 1 : await(later(7))));
    }

    @Async
    public Coroutine<Boolean> shortCircuit() {
        boolean a = v("1", true) && await(later(true)) && !await(later(false));
        boolean b = v("2", false) || await(later(false)) || (await(later(true)) && v("3", true));
        boolean c = v("4", false) && await(later(true));
        boolean d = v("5", true) || await(later(true));
        boolean e = v("6", true) ^ await(later(true)) | v("7", false) & await(later(true));
        return done(a && b && !c && d && !e);
    }

    @Async
    public Coroutine<String> conditions() {
        StringBuilder out = new StringBuilder();
        if (await(later(3)) > bump()) out.append('a');
        else if (await(later(30)) > bump() && await(later("x")).equals("x")) out.append('b');
        if (!(await(later(1L)) == 1L)) out.append('c');
        if (await(later((Object) null)) == null) out.append('d');
        return done(out.toString());
    }

    @Async
    public Coroutine<String> compound() {
        int i = 1;
        i += await(later(2));
        i <<= await(later(1));
        long l = 100;
        l -= await(later(1)) + i;
        byte b = 120;
        b += await(later(10));
        char c = 'a';
        c += await(later(1));
        short s = 7;
        s *= await(later(1000));
        float f = 1;
        f /= await(later(3));
        String t = "t";
        t += await(later(1)) + await(later("u"));
        field += await(later(4));
        field = field++ + await(later(1)) + --field;
        this.wide ^= await(later(3L));
        shared *= await(later(2.0));
        boolean z = true;
        z &= await(later(false));
        return done(join(i, l, b, (int) c, s, f, t, field, wide, shared, z));
    }

    @Async
    public Coroutine<String> concatenation() {
        char c = 'c';
        return done("a" + 1 + c + await(later(2L)) + null + 3.5 + await(later("x")) + bump() + true
                + await(later((byte) 1)) + (char) (c + await(later(1))));
    }

    @Async
    public Coroutine<String> casts() {
        Object o = await(later((Object) "text"));
        String s = (String) o + (String) await(later(o));
        int n = (int) await(later(3.99)).doubleValue() + (byte) (int) await(later(300));
        Object array = new int[] {1, await(later(2))};
        return done(s + n + ((int[]) array)[await(later(1))] + (o instanceof String));
    }

    @Async
    public Coroutine<String> receiver() {
        return done(await(later("abc")).substring(bump() - 5, await(later(3))).concat(
                await(later("z"))));
    }

    @Async
    public Coroutine<String> stages() throws Exception {
        int a = await(stage(1)) + await(stage(2), Exception.class);
        return done("" + a + await(later("x"), java.io.IOException.class));
    }

    @Async
    public Coroutine<Integer> assignmentAsValue() {
        int a;
        int b = (a = await(later(4))) + a + (a = bump() + await(later(2))) * a;
        int[] c = new int[3];
        int d = c[a = await(later(1))] = c[2] = await(later(9));
        return done(a + b + d + c[1] + c[2]);
    }

    @Async
    public Coroutine<String> failing() {
        try {
            return done(join(bump(), await(fail(new java.io.IOException("disk"))), bump()));
        } finally {
            log("finally");
        }
    }
}
