package dev.weft.benchmarks.reactor;

import static java.util.Objects.requireNonNull;

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
            var program = Mono.fromCallable(() -> replaced(pending, times, loop));
            return requireNonNull(program.subscribeOn(loop).block());
        } finally {
            loop.dispose();
        }
    }

    private static long replaced(int pending, int times, Scheduler loop) {
        var deadlines = new Deadlines();
        var timers = new Disposable[pending];
        for (int i = 0; i < pending; i++) timers[i] = timer(loop, deadlines);
        long made = pending;
        for (; made < (long) pending * times; made++) {
            int i = deadlines.below(pending);
            timers[i].dispose();
            timers[i] = timer(loop, deadlines);
        }
        for (var timer : timers) timer.dispose();
        return made;
    }

    private static Disposable timer(Scheduler loop, Deadlines deadlines) {
        return loop.schedule(() -> {}, deadlines.millis(), TimeUnit.MILLISECONDS);
    }
}
