package dev.weft.benchmarks.weft;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.timeout;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.TimerHandle;
import dev.weft.Weft;
import dev.weft.benchmarks.Deadlines;
import java.time.Duration;

final class Timers {

    private static final Duration HOUR = Duration.ofHours(1);

    private Timers() {}

    @Async
    static Coroutine<Integer> timeouts(int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            try (var limit = timeout(HOUR)) {
                await(yieldNow());
                sum++;
            }
        }
        return done(sum);
    }

    static long replaced(int pending, int times) {
        return Weft.run(replacedOnLoop(pending, times));
    }

    @Async
    private static Coroutine<Long> replacedOnLoop(int pending, int times) {
        var loop = EventLoop.running();
        var deadlines = new Deadlines();
        var timers = new TimerHandle[pending];
        for (int i = 0; i < pending; i++) timers[i] = timer(loop, deadlines);
        long made = pending;
        for (; made < (long) pending * times; made++) {
            int i = deadlines.below(pending);
            timers[i].cancel();
            timers[i] = timer(loop, deadlines);
            if (made % Deadlines.IN_A_ROW == 0) await(yieldNow());
        }
        for (var timer : timers) timer.cancel();
        return done(made);
    }

    private static TimerHandle timer(EventLoop loop, Deadlines deadlines) {
        return loop.callLater(Duration.ofMillis(deadlines.millis()), () -> {});
    }
}
