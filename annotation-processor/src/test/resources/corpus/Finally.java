package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.io.IOException;

/** finally: on every way out, nested, with its own jumps. */
public class Finally {

    int count;

    void raise(String message) {
        if (v(message, count++ == 0)) throw new IllegalStateException(message);
    }

    @Async
    public Coroutine<String> onTheNormalWay() {
        String s = "";
        try {
            s += await(later("try"));
        } finally {
            s += await(later("fin"));
            log(s);
        }
        return done(s);
    }

    @Async
    public Coroutine<String> onAThrow() {
        try {
            log(await(later("try")));
            raise("x");
            return done("never");
        } finally {
            log(await(later("fin")));
        }
    }

    @Async
    public Coroutine<Integer> returnedValueIsKept() {
        int i = 1;
        try {
            i = await(later(2));
            return done(i);
        } finally {
            i = await(later(3));
            log(i);
        }
    }

    @Async
    public Coroutine<Long> wideReturnedValueIsKept() {
        long l = await(later(1L));
        double d = 2;
        try {
            return done(l + (long) (d += await(later(1))));
        } finally {
            l = 0;
            d = await(later(3.0));
            log(l + d);
        }
    }

    @SuppressWarnings("finally")
    @Async
    public Coroutine<String> returnInFinally() {
        try {
            log(await(later("try")));
            raise("lost");
            return done("also lost");
        } finally {
            return done("kept" + await(later("!")));
        }
    }

    @SuppressWarnings("finally")
    @Async
    public Coroutine<String> returnInFinallyOverReturn() {
        try {
            return done("lost" + await(later(1)));
        } finally {
            if (await(later(true))) return done("kept");
            log("never");
        }
    }

    @SuppressWarnings("finally")
    @Async
    public Coroutine<String> breakInFinally() {
        int i = 0;
        while (true) {
            try {
                i++;
                raise("lost");
                if (await(later(i)) > 0) return done("lost");
            } finally {
                if (i == 1) continue;
                await(later(i));
                break;
            }
        }
        return done("left " + i);
    }

    @SuppressWarnings("finally")
    @Async
    public Coroutine<String> throwInFinally() throws IOException {
        try {
            raise("replaced");
        } finally {
            throw new IOException(await(later("the last one wins")));
        }
    }

    @Async
    public Coroutine<String> nestedFinally() {
        StringBuilder out = new StringBuilder();
        try {
            try {
                try {
                    out.append(await(later("1")));
                    raise("first");
                } finally {
                    out.append(await(later("2")));
                    raise("second");
                    out.append(await(later("3")));
                }
            } catch (IllegalStateException e) {
                out.append(e.getMessage()).append(await(later("4")));
            } finally {
                out.append(await(later("5")));
            }
        } finally {
            try {
                out.append(await(later("6")));
            } finally {
                log(out.append(await(later("7"))).toString());
            }
        }
        return done(out.toString());
    }

    @Async
    public Coroutine<String> tryInFinally() {
        String s = "";
        try {
            s += await(later("a"));
        } finally {
            try {
                s += await(fail(new IOException("close")), IOException.class);
            } catch (IOException e) {
                s += e.getMessage();
            } finally {
                s += await(later("z"));
            }
        }
        return done(s);
    }

    @Async
    public Coroutine<String> catchAndFinally() {
        String s = "";
        for (int i = 0; i < 3; i++) {
            try {
                s += await(later(i));
                if (i == 1) throw new IOException("io");
                if (i == 2) return done(s + "r");
            } catch (IOException e) {
                s += e.getMessage() + await(later("c"));
                if (count < 0) return done("never");
            } finally {
                s += "f" + await(later(i));
                log(s);
            }
        }
        return done("never");
    }

    @Async
    public Coroutine<String> catchThrows() {
        try {
            try {
                raise("one");
            } catch (IllegalStateException e) {
                throw new IllegalArgumentException(e.getMessage() + await(later("two")));
            } finally {
                log(await(later("finally")));
            }
        } catch (IllegalArgumentException e) {
            return done(e.getMessage());
        }
        return done("never");
    }

    @Async
    public Coroutine<String> manyReturns() {
        int which = await(later(2));
        try {
            if (which == 0) return done("zero");
            if (which == 1) return done(await(later("one")));
            try {
                if (which == 2) return done("two" + await(later("!")));
                return done("more");
            } finally {
                log("inner" + await(later(1)));
            }
        } finally {
            log("outer" + await(later(2)));
        }
    }

    @Async
    public Coroutine<Integer> finallyWithALoop() {
        int n = 0;
        try {
            n = await(later(3));
            if (n == 3) return done(n);
        } finally {
            for (int i = 0; i < n; i++) {
                if (await(later(i)) == 1) continue;
                log(i);
            }
        }
        return done(0);
    }

    @Async
    public Coroutine<Object> valueOnTheStackAcrossFinally() {
        long before = 5;
        Object o = java.util.List.of(before, "x", switch (await(later(1))) {
            default -> {
                try {
                    yield "y" + before;
                } finally {
                    before = await(later(6L));
                }
            }
        }, before);
        return done(o);
    }

    @Async
    public Coroutine<Void> voidReturn() {
        try {
            if (await(later(true))) return done();
            log("never");
        } finally {
            log(await(later("left")));
        }
        return done();
    }

    @Async
    public Coroutine<String> labelledOutOfFinally() {
        String s = "";
        out:
        for (int i = 0; i < 3; i++) {
            try {
                s += await(later(i));
                for (; ; ) {
                    try {
                        if (i == 1) break out;
                        continue out;
                    } finally {
                        s += await(later("a"));
                    }
                }
            } finally {
                s += await(later("b"));
            }
        }
        return done(s);
    }
}
