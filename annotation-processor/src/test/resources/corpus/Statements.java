package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.util.*;

/** The remaining statements and expressions of the language, and code without awaits beside them. */
public class Statements {

    private final Object lock = new Object();
    private int guarded;

    @Async
    public Coroutine<String> assertions() {
        int n = await(later(1));
        assert n == 1 : "not one";
        try {
            assert n == await(later(2)) : "n is " + n + await(later("!"));
            return done("disabled");
        } catch (AssertionError e) {
            return done(e.getMessage());
        }
    }

    @Async
    public Coroutine<Integer> synchronizedWithoutAwait() {
        int a = await(later(1));
        synchronized (lock) {
            guarded += a;
            synchronized (this) {
                guarded++;
            }
        }
        int b = await(later(2));
        for (int i = 0; i < 3; i++) {
            synchronized (lock) {
                if (i == 1) continue;
                guarded += b;
            }
            await(later(i));
        }
        return done(bump(await(later(5))));
    }

    private synchronized int bump(int by) {
        return guarded += by;
    }

    @Async
    public Coroutine<Integer> returnFromSynchronized() {
        await(later(1));
        try {
            synchronized (lock) {
                if (guarded == 0) throw new IllegalStateException();
                return done(guarded);
            }
        } catch (IllegalStateException e) {
            return done(await(later(-1)));
        }
    }

    @Async
    public Coroutine<String> textBlocks() {
        String block = """
                a "quoted"
                  line\tand \
                joined
                """ + await(later("""
                b"""));
        return done(block.formatted() + await(later(block)).lines().count());
    }

    @Async
    public Coroutine<String> vars() {
        var n = await(later(1));
        var list = new ArrayList<>(List.of(n));
        for (var i = 0; i < await(later(2)); i++) list.add(i);
        var anonymous = new Object() {
            int x = n;
        };
        await(later(0));
        anonymous.x++;
        return done(list + "" + anonymous.x);
    }

    static final int CONSTANT = 5;

    @Async
    public Coroutine<String> constants() {
        final int local = 7;
        final String s = "s" + CONSTANT;
        byte b = local;
        if (CONSTANT == 5 && await(later(true))) b += CONSTANT;
        if (false) b = await(later((byte) 100));
        return done(s + b + (CONSTANT > 4 ? "x" + await(later(1)) : await(later("y"))) + Long.MAX_VALUE
                + Integer.MIN_VALUE + Double.NaN + await(later(Float.MIN_VALUE)) + 'c' + 0x7fff);
    }

    @Async
    public Coroutine<String> operators() {
        int i = -17;
        long l = -17L << await(later(33));
        return done((i >> await(later(2))) + " " + (i >>> await(later(28))) + " " + (l >>> 3) + " "
                + (l >> await(later(1L))) + " " + (~i & await(later(0xff))) + " "
                + (i % await(later(5))) + " " + (i / await(later(5.0))) + " " + -await(later(3)) + " "
                + ~await(later(4L)) + " " + +await(later('a')) + " " + (await(later(1)) == 1L) + " "
                + (await(later('a')) < 'b') + " " + (5 <= await(later(4.5))) + " "
                + (float) await(later(1)) / 3 + " " + (i ^ await(later(3)) | 1));
    }

    @Async
    public Coroutine<String> blocksAndLabels() {
        StringBuilder out = new StringBuilder();
        a:
        {
            b:
            {
                if (await(later(1)) == 2) break a;
                out.append("1");
                if (await(later(2)) == 2) break b;
                out.append("2");
            }
            out.append(await(later("3")));
        }
        ;
        c:
        if (out.length() == 2) {
            if (await(later(true))) break c;
            out.append("4");
        } else out.append(await(later("5")));
        return done(out.toString());
    }

    @Async
    public Coroutine<String> classLiterals() {
        Class<?> type = await(later(int[].class));
        Object o = await(later((Object) new int[0]));
        return done(type.getSimpleName() + (o.getClass() == type) + String.class.getName()
                + Statements.this.guarded + (o instanceof int[] a ? a.length : -1));
    }

    @Async
    public Coroutine<String> divisionByZero() {
        int zero = await(later(0));
        try {
            return done("" + 1 / zero);
        } catch (ArithmeticException e) {
            try {
                return done("" + await(later(5)) % await(later(0)));
            } catch (ArithmeticException f) {
                return done(e.getMessage() + f.getMessage() + await(later("!")));
            }
        }
    }

    @Async
    public Coroutine<Integer> deepExpressions() {
        int a = 1;
        return done(((((a + await(later(1))) * 2 + await(later(2))) * 3 + await(later(3))) ^ a)
                << (a + (await(later(1)) + (await(later(1)) - (a + (await(later(1))
                        - await(later(a))))))));
    }

    @Async
    public Coroutine<String> unreachableParts() {
        int n = await(later(1));
        if (n == 1) {
            return done("one");
        } else if (n == 2) {
            throw new IllegalStateException();
        }
        do {
            if (n > 5) break;
            return done(await(later("low")));
        } while (true);
        return done("high");
    }

    @Async
    public Coroutine<Object> streams() {
        List<Integer> all = await(later(List.of(1, 2, 3)));
        int factor = await(later(2));
        var doubled = all.stream().map(n -> n * factor).filter(n -> n > 2).toList();
        await(later(0));
        return done(doubled.stream().mapToInt(Integer::intValue).sum() + await(later(all)).size());
    }

    @Async
    public Coroutine<String> stringsAndBuilders() {
        String s = "";
        s += s + await(later('c')) + null;
        s = s + (Object) await(later((Object) null)) + new char[] {await(later('x'))}[0];
        s += 1 + await(later(2)) + "3" + 4 + await(later(5));
        StringBuilder b = new StringBuilder().append(await(later(1))).append(s).reverse();
        return done(b.append(await(later("end"))).toString());
    }
}
