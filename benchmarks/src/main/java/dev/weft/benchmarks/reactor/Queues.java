package dev.weft.benchmarks.reactor;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

final class Queues {

    private static final int CAPACITY = 64;

    private Queues() {}

    static Mono<Integer> pipe(int times, Scheduler loop) {
        return ones(times, loop).publishOn(loop, CAPACITY).reduce(0, Integer::sum);
    }

    static Mono<Integer> fanIn(int times, int producers, Scheduler loop) {
        return Flux.range(0, producers)
                .flatMap(i -> ones(times / producers, loop), producers, CAPACITY)
                .publishOn(loop, CAPACITY)
                .reduce(0, Integer::sum);
    }

    private static Flux<Integer> ones(int times, Scheduler loop) {
        return Flux.range(0, times).map(i -> 1).subscribeOn(loop);
    }
}
