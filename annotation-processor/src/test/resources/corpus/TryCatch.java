package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.io.*;
import java.util.*;

/** try and catch in every nesting, with awaits in each part. */
public class TryCatch {

    static void raise(int which) throws IOException {
        log("raise " + which);
        if (which == 1) throw new IllegalStateException("one");
        if (which == 2) throw new FileNotFoundException("two");
        if (which == 3) throw new AssertionError("three");
    }

    @Async
    public Coroutine<String> caught() {
        try {
            return done("" + await(fail(new IllegalStateException("boom"))));
        } catch (IllegalStateException e) {
            return done("caught " + e.getMessage() + await(later(1)));
        }
    }

    @Async
    public Coroutine<String> caughtBesides() throws IOException {
        String s = "s";
        try {
            s = "in try";
            s += await(later(1));
            raise(1);
            s += "never";
        } catch (RuntimeException e) {
            s += e.getMessage() + await(later(2));
        }
        return done(s);
    }

    @Async
    public Coroutine<String> whichHandler() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            try {
                out.append(await(later(i)));
                raise(i);
                out.append("ok").append(await(later(i)));
            } catch (FileNotFoundException e) {
                out.append("fnf").append(await(later(e.getMessage())));
            } catch (IOException e) {
                out.append("io").append(await(later(e.getMessage())));
            } catch (RuntimeException | AssertionError e) {
                out.append("multi").append(await(later(e.getMessage()))).append(e.getMessage());
            }
        }
        return done(out.toString());
    }

    @Async
    public Coroutine<String> nested() {
        StringBuilder out = new StringBuilder();
        try {
            try {
                out.append(await(later("a")));
                raise(2);
            } catch (FileNotFoundException e) {
                out.append(await(later("b")));
                raise(1);
            }
        } catch (IOException e) {
            out.append("never");
        } catch (IllegalStateException e) {
            out.append(await(later(e.getMessage())));
            try {
                raise(3);
            } catch (AssertionError | IOException f) {
                out.append(await(later(f.getMessage()))).append(e.getMessage());
            }
        }
        return done(out.toString());
    }

    @Async
    public Coroutine<String> exceptionAfterAResumeGoesToTheInnerHandler() {
        String seen = "";
        try {
            seen += await(later("1"));
            try {
                seen += await(later("2"));
                Object o = await(later((Object) null));
                seen += o.hashCode();
            } catch (NullPointerException e) {
                seen += await(later("inner"));
            }
            seen += await(later("3"));
        } catch (RuntimeException e) {
            seen += await(later("outer"));
        }
        return done(seen);
    }

    @Async
    public Coroutine<String> awaitOutsideOfTheRange() {
        String seen = await(later("before"));
        try {
            seen += "try";
            raise(0);
        } catch (IOException e) {
            seen += "io";
        }
        seen += await(later("after"));
        return done(seen);
    }

    @Async
    public Coroutine<String> onlyTheAwaitIsGuarded() {
        int a = 1;
        long b = 2;
        String s;
        try {
            s = await(later("v"));
        } catch (RuntimeException e) {
            s = "failed" + a + b;
        }
        return done(s + a + b);
    }

    @Async
    public Coroutine<String> rethrown() throws IOException {
        try {
            try {
                await(fail(new IOException("disk")), IOException.class);
            } catch (IOException e) {
                log(await(later("log it")));
                throw e;
            }
        } catch (IOException e) {
            throw new IOException("wrapped " + await(later("w")), e);
        }
        return done("never");
    }

    @Async
    public Coroutine<String> preciseRethrow() throws IOException {
        String out = "";
        try {
            try {
                raise(2);
                await(later(1));
            } catch (Exception e) {
                out = await(later("x"));
                throw e;
            }
        } catch (FileNotFoundException e) {
            out += e.getMessage();
        }
        return done(out);
    }

    @Async
    public Coroutine<String> swallowed() {
        int failures = 0;
        for (int i = 0; i < 3; i++) {
            try {
                await(fail(new Exception("n" + i)), Exception.class);
            } catch (Exception ignored) {
                failures++;
            }
        }
        return done("failures " + failures);
    }

    @Async
    public Coroutine<String> retried() {
        int attempt = 0;
        while (true) {
            try {
                attempt++;
                if (attempt < 3) await(fail(new IllegalStateException("attempt " + attempt)));
                return done("at " + attempt + await(later("!")));
            } catch (IllegalStateException e) {
                log(e.getMessage());
                await(later(attempt));
            }
        }
    }

    @Async
    public Coroutine<String> operandsLostByAThrow() {
        String s = "s";
        try {
            s = "x" + await(later(1)) + Objects.requireNonNull(await(later((String) null)), "nil");
        } catch (NullPointerException e) {
            s += e.getMessage();
        }
        return done(s + await(later(2)));
    }

    @Async
    public Coroutine<Object> localsOfEveryKindInTheHandler() {
        int i = 1;
        long l = 2;
        float f = 3;
        double d = 4;
        String s = "s";
        int[] a = {5};
        try {
            i = await(later(10));
            l = await(later(20L));
            raise(1);
        } catch (IllegalStateException | IOException e) {
            f += await(later(1f));
            d += await(later(1.0));
            s += e.getMessage() + await(later(a))[0];
        }
        return done(new Object[] {i, l, f, d, s, a});
    }

    @Async
    public Coroutine<Object> assignedInTheTryOnly() {
        String s = null;
        Object o = null;
        try {
            s = await(later("s"));
            o = s;
            await(fail(new RuntimeException("late")));
            o = 5;
        } catch (RuntimeException e) {
            await(later(0));
            return done(List.of(s == null ? "-" : s, o == null ? "-" : o));
        }
        return done(o);
    }

    @Async
    public Coroutine<String> emptyHandler() {
        try {
            await(fail(new RuntimeException()));
        } catch (RuntimeException e) {
        }
        try {
        } catch (RuntimeException e) {
            await(later(1));
        } finally {
        }
        return done("end");
    }

    @Async
    public Coroutine<String> deeplyNested() {
        String path = "";
        try {
            try {
                try {
                    try {
                        path += await(later("a"));
                        raise(1);
                    } catch (UncheckedIOException e) {
                        path += "no";
                    }
                } catch (IOException e) {
                    path += "no";
                }
            } catch (IllegalStateException e) {
                path += await(later("b"));
                try {
                    path += await(fail(new FileNotFoundException("c")), IOException.class);
                } catch (FileNotFoundException f) {
                    path += f.getMessage() + e.getMessage();
                }
                throw new UncheckedIOException(new IOException(await(later("d"))));
            }
        } catch (RuntimeException | IOException e) {
            path += e.getClass().getSimpleName() + await(later("e"));
        }
        return done(path);
    }

    @Async
    public Coroutine<String> beginsWithAThrow() {
        if (v("throw", true)) throw new IllegalStateException("at once");
        return done(await(later("never")));
    }

    @Async
    public Coroutine<String> afterSuspension() {
        await(later(1));
        throw new IllegalStateException("after");
    }

    @Async
    private Coroutine<Integer> leaf(int n) throws IOException {
        if (n == 0) return done(await(fail(new IOException("leaf"))));
        return done(await(leaf(n - 1)) + 1);
    }

    @Async
    public Coroutine<String> throughCallers() {
        try {
            return done("" + await(leaf(3)));
        } catch (IOException e) {
            return done(e.getMessage());
        }
    }

    @Async
    public Coroutine<String> catchThrowableAndGoOn() {
        String s = "";
        for (int i = 0; i < 4; i++)
            try {
                s += await(later(i));
                raise(i);
            } catch (Throwable t) {
                s += t.getMessage() + await(later("."));
            }
        return done(s);
    }
}
