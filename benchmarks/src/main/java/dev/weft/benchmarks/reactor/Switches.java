package dev.weft.benchmarks.reactor;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

final class Switches {

    private Switches() {}

    static Mono<Integer> yields(int times, Scheduler loop) {
        return SideBySide.repeated(times, () -> Mono.just(1).subscribeOn(loop));
    }
}
