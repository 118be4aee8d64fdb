package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.io.IOException;

/** try-with-resources over ordinary resources. */
public class Resources {

    record Door(String name, boolean jammed) implements AutoCloseable {
        Door {
            log("open " + name);
        }

        String knock() {
            return v("knock", name);
        }

        @Override
        public void close() throws IOException {
            log("close " + name);
            if (jammed) throw new IOException("jammed " + name);
        }
    }

    static class Plain implements AutoCloseable {
        @Override
        public void close() {
            log("close plain");
        }
    }

    @Async
    public Coroutine<String> one() throws IOException {
        try (Door door = new Door("a", false)) {
            return done(door.knock() + await(later(1)));
        }
    }

    @Async
    public Coroutine<String> awaitedResource() throws IOException {
        String s;
        try (Door door = await(later(new Door("a", false)))) {
            s = await(later(door)).knock();
        }
        return done(s + await(later("after")));
    }

    @Async
    public Coroutine<String> several() throws IOException {
        try (Door a = new Door(await(later("a")), false);
                Plain plain = new Plain();
                Door b = new Door(a.knock() + await(later("b")), false)) {
            return done(b.knock() + await(later(a)).name());
        } finally {
            log(await(later("finally")));
        }
    }

    @Async
    public Coroutine<String> none() throws IOException {
        try (Door door = await(later((Door) null));
                Plain plain = null) {
            return done("no door" + await(later(door == null)));
        }
    }

    @Async
    public Coroutine<String> bodyFails() throws IOException {
        try (Door door = new Door("a", false)) {
            log(await(later("in")));
            throw new IllegalStateException(door.name());
        }
    }

    @Async
    public Coroutine<String> closeFails() {
        try (Door door = new Door(await(later("a")), true)) {
            return done(door.knock() + await(later("lost")));
        } catch (IOException e) {
            return done(e.getMessage() + await(later("!")));
        }
    }

    @Async
    public Coroutine<String> bothFail() {
        try (Door a = new Door("a", true);
                Door b = new Door("b", true)) {
            await(later(0));
            throw new IOException("body " + await(later(a)).name() + b.name());
        } catch (IOException e) {
            log(e);
            return done(e.getMessage() + e.getSuppressed().length + await(later("!")));
        }
    }

    @Async
    public Coroutine<String> awaitFails() throws Exception {
        try (Door a = new Door("a", true)) {
            return done(a.knock() + await(fail(new Exception("awaited")), Exception.class));
        }
    }

    @Async
    public Coroutine<String> secondCannotBeOpened() {
        try (Door a = new Door("a", false);
                Door b = await(fail(new IllegalStateException("stuck")))) {
            return done("never" + b.name());
        } catch (IllegalStateException | IOException e) {
            return done(e.getMessage());
        }
    }

    @Async
    public Coroutine<String> existingVariable() throws IOException {
        Door door = await(later(new Door("a", false)));
        try (door) {
            log(await(later("in")));
        }
        return done(door.knock());
    }

    @Async
    public Coroutine<String> nestedWithJumps() throws IOException {
        String s = "";
        outer:
        for (int i = 0; i < 4; i++) {
            try (Door a = new Door("a" + i, false)) {
                if (i == 0) continue;
                try (Door b = new Door("b" + await(later(i)), false)) {
                    if (i == 1) continue outer;
                    if (i == 3) break outer;
                    s += await(later(b.name()));
                } finally {
                    s += "f" + await(later(i));
                }
                s += a.name();
            }
        }
        return done(s);
    }

    @Async
    public Coroutine<String> catchAndFinally() {
        String s = "";
        try (Door a = new Door("a", false)) {
            s += a.knock();
            s += await(fail(new IOException("io")), IOException.class);
        } catch (IOException e) {
            s += e.getMessage() + await(later("c"));
        } finally {
            s += await(later("f"));
        }
        return done(s);
    }

    @Async
    public Coroutine<Integer> returnsAPrimitive() throws IOException {
        long beneath = 7;
        try (Door a = new Door("a", false);
                var b = new Plain()) {
            if (await(later(true))) return done((int) (beneath + await(later(1)) + a.name().length()));
        }
        return done(0);
    }

    @Async
    public Coroutine<String> asyncLambdaInside() throws IOException {
        try (Door a = new Door("a", false)) {
            return done(await(async(() -> {
                try (Door b = new Door("b" + await(later(1)), false)) {
                    return done(a.knock() + b.knock() + await(later(2)));
                }
            })));
        }
    }
}
