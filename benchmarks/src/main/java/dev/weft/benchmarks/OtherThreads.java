package dev.weft.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads from which something comes to a loop. */
public final class OtherThreads {

    private static final ExecutorService TWO =
            Executors.newFixedThreadPool(
                    2,
                    body -> {
                        var thread = new Thread(body, "other");
                        thread.setDaemon(true);
                        return thread;
                    });

    private OtherThreads() {}

    /** Runs something on one of them. */
    public static void execute(Runnable body) {
        TWO.execute(body);
    }

    /** Runs something on both of them. */
    public static void two(Runnable body) {
        execute(body);
        execute(body);
    }
}
