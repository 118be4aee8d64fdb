package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.util.*;

/** Awaits among the arguments of a constructor: the object is uninitialised meanwhile. */
public class NewObjects {

    static class Pair {
        static {
            log("Pair is initialised");
        }

        final Object left;
        final Object right;

        Pair(Object left, Object right) {
            log("new Pair");
            this.left = left;
            this.right = right;
        }

        Pair(int left, long right) {
            this((Object) left, right);
        }

        Pair(Object... all) {
            this(all.length, all[0]);
        }

        @Override
        public String toString() {
            return "(" + left + "," + right + ")";
        }
    }

    static class Touchy {
        static int made;

        static {
            log("Touchy is initialised");
        }

        Touchy(double a, String b) {
            made++;
            log(a + b);
        }
    }

    static class Broken {
        static final int VALUE = v("Broken", 1) / v("zero", 0);

        Broken(int any) {}
    }

    static class Refusing {
        Refusing(String why) {
            throw new IllegalArgumentException(why);
        }
    }

    class Inner {
        final int value;

        Inner(int value) {
            this.value = value + outer;
        }
    }

    final int outer = 100;

    static int a() {
        return v("a", 1);
    }

    @Async
    public Coroutine<String> oneLevel() {
        return done(new Pair(a(), await(later("x"))).toString());
    }

    @Async
    public Coroutine<String> awaitFirst() {
        return done("" + new Pair(await(later("x")), (Object) a()));
    }

    @Async
    public Coroutine<String> primitives() {
        return done("" + new Pair(await(later(1)), await(later(2L))));
    }

    @Async
    public Coroutine<String> levels() {
        return done("" + new Pair(a(), new Pair(await(later("in")), new Pair((Object) a(),
                await(later("deep"))))) + new Pair(await(later(1)), await(later(2)), a()));
    }

    @Async
    public Coroutine<String> afterAWholeOne() {
        return done("" + new Pair(new Pair(a(), (Object) "whole"), new Pair(await(later("y")),
                (Object) "z")));
    }

    @Async
    public Coroutine<String> twiceTheSameLine() {
        Object p = new Pair(new Pair(await(later(1)), (Object) await(later(2))),
                new Pair(await(later(3)), (Object) await(later(4))));
        return done("" + p);
    }

    @Async
    public Coroutine<String> operandsBeneath() {
        long w = 3;
        return done(w + "|" + (w * 2 + new Pair(await(later(5)), (Object) w).toString().length())
                + String.valueOf(new StringBuilder(await(later("sb"))).append(await(later(1)))));
    }

    @Async
    public Coroutine<Integer> initialisedBeforeTheArguments() {
        log("before");
        new Touchy(await(later(1.5)), await(later("t")));
        log("after");
        return done(Touchy.made);
    }

    @Async
    public Coroutine<String> brokenInitialiser() {
        try {
            new Broken(await(later(1)));
            return done("made");
        } catch (ExceptionInInitializerError e) {
            log(e.getCause());
        }
        try {
            new Broken(await(later(1)));
            return done("made");
        } catch (NoClassDefFoundError e) {
            return done("broken");
        }
    }

    @Async
    public Coroutine<String> constructorThrows() {
        try {
            Object p = new Pair(a(), new Refusing(await(later("no"))));
            return done("" + p);
        } catch (IllegalArgumentException e) {
            return done("refused " + e.getMessage() + new Pair(a(), (Object) await(later("again"))));
        }
    }

    @Async
    public Coroutine<Integer> inner() {
        Inner i = this.new Inner(await(later(5)));
        NewObjects other = new NewObjects();
        Inner j = other.new Inner(i.value + await(later(1)));
        return done(j.value + new Inner(await(later(2))).value);
    }

    @Async
    public Coroutine<String> anonymous() {
        int captured = a();
        Object o = new Pair(await(later("sub")), (Object) captured) {
            final int more = captured + outer;

            @Override
            public String toString() {
                return super.toString() + more + captured;
            }
        };
        return done("" + o);
    }

    @Async
    public Coroutine<String> inATernary() {
        Object p = new Pair(a(), await(later(true)) ? await(later("yes")) : new Pair(a(), (Object)
                await(later("no"))));
        Object q = new Pair(a() > 0 ? new Pair(await(later(1)), (Object) 2) : "none", (Object) a());
        return done("" + p + q);
    }

    @Async
    public Coroutine<String> shortCircuitArguments() {
        boolean t = a() == 1;
        return done("" + new Pair(t && await(later(true)), t || await(later(false)))
                + new Pair((Object) (await(later(true)) && !t), (Object) 1));
    }

    @Async
    public Coroutine<String> switchInTheArguments() {
        int x = a();
        return done("" + new Pair((Object) switch (x) {
            case 1 -> {
                try {
                    yield await(later("one"));
                } finally {
                    log("done with 1");
                }
            }
            case 2 -> "two";
            default -> await(later("many"));
        }, (Object) await(later(2))));
    }

    @Async
    public Coroutine<String> tryInASwitchInTheArguments() {
        Object p = new Pair(a(), new Pair((Object) await(later("l")), switch (await(later("k"))) {
            case "k" -> {
                try {
                    if (a() == 1) throw new IllegalStateException("jump");
                    yield await(later("not here"));
                } catch (IllegalStateException e) {
                    yield e.getMessage() + await(later("!"));
                } finally {
                    log(await(later("fin")));
                }
            }
            default -> "d";
        }));
        return done("" + p);
    }

    @Async
    public Coroutine<String> loopInASwitchInTheArguments() {
        return done("" + new Pair((Object) a(), switch (a()) {
            default -> {
                int sum = 0;
                for (int i = 0; i < 4; i++) {
                    if (i == 1) continue;
                    if (i == 3) break;
                    sum += await(later(i)) + new Pair(await(later(i)), (Object) sum).toString()
                            .length();
                }
                yield sum;
            }
        }));
    }

    @Async
    public Coroutine<String> thrownOutOfTheArguments() {
        for (int i = 0; ; i++) {
            try {
                Object p = new Pair((Object) a(), switch (i) {
                    case 0 -> throw new IllegalStateException("first");
                    case 1 -> {
                        await(later(1));
                        throw new java.io.UncheckedIOException(new java.io.IOException("second"));
                    }
                    default -> await(later("third"));
                });
                return done("" + p + i);
            } catch (RuntimeException e) {
                log(e);
            }
        }
    }

    @Async
    public Coroutine<String> lambdaBetween() {
        int n = a();
        Object p = new Pair((Object) ((java.util.function.IntSupplier) () -> n + outer).getAsInt(),
                await(async(() -> done(new Pair(n, (Object) await(later("lambda")))))));
        return done("" + p);
    }

    @Async
    public Coroutine<String> libraryObjects() {
        var list = new ArrayList<>(List.of(await(later(1)), new Integer[] {await(later(2))}.length));
        var map = new TreeMap<>(Map.of(await(later("k")), new int[await(later(2))].length));
        return done(new String(await(later("s")) + list + map).repeat(await(later(2))));
    }

    @Async
    public Coroutine<String> thrownNew() {
        try {
            throw new IllegalStateException(await(later("message")), new Exception(await(later("c"))));
        } catch (IllegalStateException e) {
            return done(e.getMessage() + e.getCause().getMessage());
        }
    }

    @Async
    public Coroutine<String> inALoop() {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) all.add(new Pair(i, new Pair(await(later(i)), (Object) i)));
        return done("" + all);
    }

    @Async
    public Coroutine<String> duplicatedBeneath() {
        Pair[] pairs = new Pair[2];
        pairs[await(later(1))] = pairs[0] = new Pair(await(later("p")), (Object) a());
        StringBuilder text = new StringBuilder("t");
        text.append(new Pair(await(later("q")), (Object) text.append(1))).append(pairs[1]);
        return done("" + text);
    }
}
