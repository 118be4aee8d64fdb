package dev.weft;

import dev.weft.loop.VirtualClock;
import java.util.ArrayList;
import java.util.List;

/** A loop on virtual time that keeps what is reported to its exception handler. */
final class TestLoop implements AutoCloseable {
    final EventLoop loop = EventLoop.create(new VirtualClock());
    final List<ExceptionContext> reports = new ArrayList<>();

    TestLoop() {
        loop.setExceptionHandler((where, context) -> reports.add(context));
    }

    /** Runs a coroutine on a loop of its own. */
    static <T> T run(Coroutine<?> main) {
        try (TestLoop loop = new TestLoop()) {
            return loop.runHere(main);
        }
    }

    @SuppressWarnings("unchecked")
    <T> T runHere(Coroutine<?> main) {
        return (T) loop.runUntilComplete(main);
    }

    List<Throwable> reported() {
        return reports.stream().map(ExceptionContext::exception).toList();
    }

    /** Runs iterations until nothing is ready. */
    void settle() {
        runHere(Script.first(v -> Weft.sleep(java.time.Duration.ofNanos(1))));
    }

    @Override
    public void close() {
        loop.close();
    }
}
