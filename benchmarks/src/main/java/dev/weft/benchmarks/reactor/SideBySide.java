package dev.weft.benchmarks.reactor;

import static java.util.Objects.requireNonNull;

import dev.weft.benchmarks.Program;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;
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
                    Mono.<Long>create(sink -> start(tasks, times, loop, sink)).subscribeOn(loop);
            return requireNonNull(all.block());
        } finally {
            loop.dispose();
        }
    }

    /** Each by itself: {@code flatMap} looks at all that it merges whenever one has a value. */
    private void start(int tasks, int times, Scheduler loop, MonoSink<Long> all) {
        var left = new int[] {tasks};
        var sum = new long[1];
        for (int i = 0; i < tasks; i++) {
            body.run(times, loop)
                    .subscribe(
                            count -> {
                                sum[0] += count;
                                if (--left[0] == 0) all.success(sum[0]);
                            },
                            all::error);
        }
    }

    /** Does a step some times, one after the other, and sums up what they give. */
    static Mono<Integer> repeated(int times, Supplier<Mono<Integer>> step) {
        return Flux.range(0, times).concatMap(i -> step.get()).reduce(0, Integer::sum);
    }
}
