package dev.weft.benchmarks.reactor;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What one of the publishers does. */
@FunctionalInterface
interface Body {

    /** Does it some times, and gives how often it was done. */
    Mono<Integer> run(int times, Scheduler loop);
}
