package dev.weft.benchmarks.reactor;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

final class Calls {

    private Calls() {}

    static Mono<Integer> atOnce(int times, int depth) {
        return chains(times, depth, Mono.just(1));
    }

    static Mono<Integer> suspending(int times, int depth, Scheduler loop) {
        return chains(times, depth, Mono.just(1).subscribeOn(loop));
    }

    private static Mono<Integer> chains(int times, int depth, Mono<Integer> leaf) {
        return SideBySide.repeated(times, () -> nested(depth, leaf)).map(calls -> calls / depth);
    }

    private static Mono<Integer> nested(int depth, Mono<Integer> leaf) {
        return depth > 1 ? Mono.defer(() -> nested(depth - 1, leaf)).map(x -> x + 1) : leaf;
    }

    static Mono<Integer> exceptions(int times, int depth, Scheduler loop) {
        Mono<Integer> failing =
                Mono.<Integer>error(() -> new IllegalStateException("thrown through awaits"))
                        .subscribeOn(loop);
        return SideBySide.repeated(times, () -> nested(depth, failing).onErrorReturn(1));
    }
}
