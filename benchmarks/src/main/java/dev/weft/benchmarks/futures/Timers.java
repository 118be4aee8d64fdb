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

    static long replaced(int pending, int times) throws Exception {
        var executor = new ScheduledThreadPoolExecutor(1);
        executor.setRemoveOnCancelPolicy(true);
        try {
            return executor.submit(() -> replaced(pending, times, executor)).get();
        } finally {
            executor.shutdownNow();
        }
    }

    private static long replaced(int pending, int times, ScheduledThreadPoolExecutor executor) {
        var deadlines = new Deadlines();
        var timers = new ScheduledFuture<?>[pending];
        for (int i = 0; i < pending; i++) timers[i] = timer(executor, deadlines);
        long made = pending;
        for (; made < (long) pending * times; made++) {
            int i = deadlines.below(pending);
            timers[i].cancel(false);
            timers[i] = timer(executor, deadlines);
        }
        for (var timer : timers) timer.cancel(false);
        return made;
    }

    private static ScheduledFuture<?> timer(
            ScheduledThreadPoolExecutor executor, Deadlines deadlines) {
        return executor.schedule(() -> {}, deadlines.millis(), TimeUnit.MILLISECONDS);
    }
}
