package dev.weft.benchmarks.reactor;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

final class Tasks {

    private static final Duration HOUR = Duration.ofHours(1);

    private Tasks() {}

    static Mono<Integer> created(int times, Scheduler loop) {
        return SideBySide.repeated(times, () -> Mono.just(1).subscribeOn(loop));
    }

    static Mono<Integer> gathered(int times, int children, Scheduler loop) {
        return SideBySide.repeated(times, () -> gatheredOnce(children, loop))
                .map(sum -> sum / children);
    }

    private static Mono<Integer> gatheredOnce(int children, Scheduler loop) {
        return Flux.range(0, children)
                .flatMap(i -> Mono.just(1).subscribeOn(loop), children)
                .collectList()
                .map(ones -> ones.stream().mapToInt(x -> x).sum());
    }

    static Mono<Integer> cancelled(int times, Scheduler loop) {
        return SideBySide.repeated(times, () -> cancelledOnce(loop));
    }

    private static Mono<Integer> cancelledOnce(Scheduler loop) {
        return Mono.defer(
                () -> {
                    var task = Mono.delay(HOUR, loop).subscribe();
                    return Mono.fromCallable(
                                    () -> {
                                        task.dispose();
                                        return 1;
                                    })
                            .subscribeOn(loop);
                });
    }
}
