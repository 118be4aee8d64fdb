package dev.weft.benchmarks.reactor;

import dev.weft.benchmarks.Deadlines;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

final class Timers {

    private static final Duration HOUR = Duration.ofHours(1);

    private Timers() {}

    static Mono<Integer> timeouts(int times, Scheduler loop) {
        return SideBySide.repeated(times, () -> Mono.just(1).subscribeOn(loop).timeout(HOUR, loop));
    }

    static long replaced(int pending, int times) {
        var loop = Schedulers.newSingle("loop");
        try {
            return replaced(pending, times, loop);
        } finally {
            loop.dispose();
        }
    }

    private static long replaced(int pending, int times, Scheduler loop) {
        var deadlines = new Deadlines();
        var timers = new Disposable[pending];
        for (int i = 0; i < pending; i++) timers[i] = timer(loop, deadlines);
        long replaced = 0;
        for (; replaced < (long) pending * times; replaced++) {
            int i = deadlines.below(pending);
            timers[i].dispose();
            timers[i] = timer(loop, deadlines);
        }
        return replaced;
    }

    private static Disposable timer(Scheduler loop, Deadlines deadlines) {
        return loop.schedule(() -> {}, deadlines.millis(), TimeUnit.MILLISECONDS);
    }
}
