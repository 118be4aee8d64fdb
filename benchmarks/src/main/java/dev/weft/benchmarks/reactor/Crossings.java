package dev.weft.benchmarks.reactor;

import dev.weft.benchmarks.OtherThreads;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

final class Crossings {

    private Crossings() {}

    static Mono<Integer> completions(int times, Scheduler loop) {
        return SideBySide.repeated(
                times,
                () ->
                        Mono.<Integer>create(sink -> OtherThreads.execute(() -> sink.success(1)))
                                .publishOn(loop));
    }
}
