package dev.weft.benchmarks.reactor;

import static java.util.Objects.requireNonNull;

import dev.weft.benchmarks.Program;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Runs a body in some publishers on one thread. */
final class SideBySide implements Program {

    private final Body body;

    SideBySide(Body body) {
        this.body = body;
    }

    @Override
    public long run(int tasks, int times) {
        var loop = Schedulers.newSingle("loop");
        try {
            Mono<Long> all =
                    Flux.range(0, tasks)
                            .flatMap(i -> body.run(times, loop), tasks)
                            .reduce(0L, Long::sum)
                            .subscribeOn(loop);
            return requireNonNull(all.block());
        } finally {
            loop.dispose();
        }
    }

    /** Does a step some times, one after the other, and sums up what they give. */
    static Mono<Integer> repeated(int times, Supplier<Mono<Integer>> step) {
        return Flux.range(0, times).concatMap(i -> step.get()).reduce(0, Integer::sum);
    }
}
