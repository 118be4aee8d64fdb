package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.util.*;
import java.util.function.*;

/** Nested, inner, local and anonymous classes, with captured variables and outer instances. */
public class Classes {

    private int secret = 40;

    private int next() {
        return v("next", secret++);
    }

    static class Nested {
        private final String name;

        Nested(String name) {
            this.name = name;
        }

        @Async
        private Coroutine<String> greet(Nested other) {
            return done(name + await(later(other.name)));
        }
    }

    class Inner {
        final int own = next();

        @Async
        Coroutine<Integer> sum() {
            return done(own + secret + await(later(1)) + next());
        }

        class Deeper {
            @Async
            Coroutine<Integer> all() {
                int n = own + await(later(1));
                Classes.this.secret += n;
                return done(await(Inner.this.sum()) + await(Classes.this.fromInner(this)) + own);
            }
        }
    }

    @Async
    private Coroutine<Integer> fromInner(Inner.Deeper deeper) {
        return done(await(later(secret)) + (deeper == null ? 1 : 0));
    }

    @Async
    public Coroutine<String> nested() {
        return done(await(new Nested("a").greet(await(later(new Nested("b"))))));
    }

    @Async
    public Coroutine<Integer> inner() {
        Inner inner = new Inner();
        return done(await(inner.sum()) + await(inner.new Deeper().all())
                + await(this.new Inner().new Deeper().all()));
    }

    @Async
    public Coroutine<String> localClass() {
        int captured = await(later(1));
        String text = "t";
        class Local {
            final long more = captured + secret;

            @Async
            Coroutine<String> tell(int n) {
                if (n == 0) return done(text + captured + more + await(later(secret)));
                return done(n + await(new Local().tell(n - 1)));
            }
        }
        return done(await(new Local().tell(2)) + await(later(new Local())).more);
    }

    @Async
    public Coroutine<String> anonymousClass() {
        int captured = await(later(2));
        var object = new Object() {
            int count = captured;

            @Async
            Coroutine<Integer> increment(int by) {
                count += by + await(later(0)) + secret;
                return done(count);
            }
        };
        await(object.increment(await(later(1))));
        return done(object.count + "," + await(object.increment(5)));
    }

    abstract static class Shape {
        abstract Coroutine<Double> area();

        @Async
        Coroutine<String> describe() {
            return done("area " + await(area()));
        }
    }

    @Async
    public Coroutine<String> anonymousSubclass() {
        double side = await(later(2.0));
        Shape square = new Shape() {
            @Async
            @Override
            Coroutine<Double> area() {
                return done(side * await(later(side)));
            }

            @Async
            @Override
            Coroutine<String> describe() {
                return done("square " + await(super.describe()));
            }
        };
        return done(await(square.describe()) + await(square.area()));
    }

    @Async
    public Coroutine<String> localRecordAndEnum() {
        record Item(String name, int price) {
            @Async
            Coroutine<Integer> taxed() {
                return done(price + await(later(1)));
            }
        }
        enum Size {
            S,
            M;

            @Async
            Coroutine<String> label() {
                return done(name() + await(later(ordinal())));
            }
        }
        interface Namer {
            @Async
            Coroutine<String> name(Item item);
        }
        Namer namer = item -> done(item.name() + await(item.taxed()));
        return done(await(namer.name(new Item("i", await(later(5))))) + await(Size.M.label()));
    }

    @Async
    public Coroutine<String> classInALambda() {
        int n = await(later(3));
        return done(await(async(() -> {
            int m = n + await(later(1));
            class Local {
                @Async
                Coroutine<String> sum() {
                    return async(() -> done("" + n + m + secret + await(later("!"))));
                }
            }
            return new Local().sum();
        })));
    }

    @Async
    static Coroutine<String> inAStaticMethod(int argument) {
        Supplier<String> plain = () -> "p" + argument;
        Shape s = new Shape() {
            @Async
            @Override
            Coroutine<Double> area() {
                return done((double) argument + await(later(1)));
            }
        };
        return done(await(s.describe()) + plain.get() + await(async(() -> done(argument
                + await(later("l"))))));
    }

    @Async
    public Coroutine<String> statics() {
        return done(await(inAStaticMethod(5)));
    }

    static class Counter implements Iterable<Integer> {
        final int to;

        Counter(int to) {
            this.to = to;
        }

        @Override
        public Iterator<Integer> iterator() {
            return new Iterator<>() {
                int at;

                @Override
                public boolean hasNext() {
                    return at < to;
                }

                @Override
                public Integer next() {
                    return at++;
                }
            };
        }

        @Async
        Coroutine<Integer> sum() {
            int sum = 0;
            for (int n : this) sum += await(later(n));
            return done(sum);
        }
    }

    @Async
    public Coroutine<Integer> iterable() {
        return done(await(new Counter(await(later(4))).sum()));
    }

    @Async
    public Coroutine<String> fieldsAndIncrements() {
        Classes other = new Classes();
        other.secret += await(later(1));
        this.secret = other.secret++ + await(later(2)) * --this.secret;
        await(later(other)).secret -= await(later(3));
        Classes same = await(later(other));
        same.secret <<= await(later(1));
        int old = await(later(same)).secret++;
        return done(secret + " " + other.secret + " " + old);
    }

    static class Parent {
        protected String kept = "kept";

        protected String plain(String s) {
            return "parent " + s;
        }

        @Override
        public String toString() {
            return "Parent";
        }
    }

    static class Child extends Parent {
        @Override
        protected String plain(String s) {
            return "child " + s;
        }

        @Async
        Coroutine<String> supers() {
            super.kept = await(later("new"));
            return done(super.plain(await(later("s"))) + plain("t") + super.toString() + kept
                    + await(async(() -> done(super.plain(await(later("lambda")))))));
        }
    }

    @Async
    public Coroutine<String> superCalls() {
        return done(await(new Child().supers()));
    }
}
