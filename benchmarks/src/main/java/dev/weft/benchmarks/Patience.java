package dev.weft.benchmarks;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends processes that take too long, so that one that hangs costs its cell and not the report. */
final class Patience implements AutoCloseable {

    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(
                    body -> {
                        var thread = new Thread(body, "patience");
                        thread.setDaemon(true);
                        return thread;
                    });

    private final Runnable calledOff;

    private Patience(Runnable calledOff) {
        this.calledOff = calledOff;
    }

    /** Until closed, the processes that this one has started have so many seconds. */
    static Patience of(int seconds) {
        var end = CLOCK.schedule(() -> end(seconds), seconds, TimeUnit.SECONDS);
        return new Patience(() -> end.cancel(false));
    }

    private static void end(int seconds) {
        System.err.println("given up after " + seconds + " s");
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        calledOff.run();
    }
}
