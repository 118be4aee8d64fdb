package dev.weft.benchmarks.futures;

import dev.weft.benchmarks.Deadlines;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

final class Timers {

    private Timers() {}

    static CompletableFuture<Integer> timeouts(int times, Executor loop) {
        return Repeated.times(
                times,
                () -> CompletableFuture.supplyAsync(() -> 1, loop).orTimeout(1, TimeUnit.HOURS));
    }

    static long replaced(int pending, int times) {
        var executor = new ScheduledThreadPoolExecutor(1);
        executor.setRemoveOnCancelPolicy(true);
        try {
            return replaced(pending, times, executor);
        } finally {
            executor.shutdownNow();
        }
    }

    private static long replaced(int pending, int times, ScheduledThreadPoolExecutor executor) {
        var deadlines = new Deadlines();
        var timers = new ScheduledFuture<?>[pending];
        for (int i = 0; i < pending; i++) timers[i] = timer(executor, deadlines);
        long replaced = 0;
        for (; replaced < (long) pending * times; replaced++) {
            int i = deadlines.below(pending);
            timers[i].cancel(false);
            timers[i] = timer(executor, deadlines);
        }
        return replaced;
    }

    private static ScheduledFuture<?> timer(
            ScheduledThreadPoolExecutor executor, Deadlines deadlines) {
        return executor.schedule(() -> {}, deadlines.millis(), TimeUnit.MILLISECONDS);
    }
}
