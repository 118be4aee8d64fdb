package dev.weft.benchmarks.reactor;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class Generators {

    private Generators() {}

    private static Flux<Integer> ones(int times) {
        return Flux.generate(
                () -> 0,
                (i, sink) -> {
                    if (i == times) sink.complete();
                    else sink.next(1);
                    return i + 1;
                });
    }

    static Mono<Integer> elements(int times) {
        return ones(times).reduce(0, Integer::sum);
    }

    static Mono<Integer> pipeline(int times) {
        return ones(times)
                .map(x -> x + 1)
                .filter(x -> x > 1)
                .map(x -> x - 1)
                .takeWhile(x -> x > 0)
                .take(times)
                .reduce(0, Integer::sum);
    }
}
