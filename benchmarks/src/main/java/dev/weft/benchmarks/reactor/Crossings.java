package dev.weft.benchmarks.reactor;

import dev.weft.benchmarks.OtherThreads;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

final class Crossings {

    private Crossings() {}

    static Mono<Integer> calls(int times, Scheduler loop) {
        return Mono.create(
                all -> {
                    var called = new int[1];
                    Runnable call =
                            () -> {
                                if (++called[0] == times) all.success(times);
                            };
                    OtherThreads.two(
                            () -> {
                                for (int i = 0; i < times / 2; i++) loop.schedule(call);
                            });
                });
    }

    static Mono<Integer> completions(int times, Scheduler loop) {
        return SideBySide.repeated(
                times,
                () ->
                        Mono.<Integer>create(sink -> OtherThreads.execute(() -> sink.success(1)))
                                .publishOn(loop));
    }
}
