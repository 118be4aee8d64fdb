package dev.weft.benchmarks.reactor;

import dev.weft.benchmarks.Census;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

final class Crowds {

    private static final int DEPTH = 10;

    private final Census census;
    private final Scheduler loop = Schedulers.newSingle("loop");
    private final Sinks.One<Integer> gate = Sinks.one();
    private final Sinks.Empty<@Nullable Void> ended = Sinks.empty();

    private Crowds(Census census) {
        this.census = census;
    }

    static void asleep(int tasks, Census census) {
        var crowd = new Crowds(census);
        crowd.gather(tasks, crowd::sleeper);
    }

    static void parked(int tasks, Census census) {
        var crowd = new Crowds(census);
        crowd.gather(tasks, () -> crowd.nested(DEPTH));
    }

    private void gather(int tasks, Supplier<Mono<Integer>> task) {
        try {
            Mono.fromRunnable(
                            () -> {
                                for (int i = 0; i < tasks; i++) task.get().subscribe();
                                census.settled();
                                gate.tryEmitValue(1);
                            })
                    .subscribeOn(loop)
                    .then(ended.asMono())
                    .block();
        } finally {
            loop.dispose();
        }
    }

    private Mono<Integer> sleeper() {
        return Mono.delay(Duration.ofNanos(census.nanosUntilWake()), loop).map(v -> end(1));
    }

    private Mono<Integer> nested(int depth) {
        return depth > 1
                ? Mono.defer(() -> nested(depth - 1)).map(x -> x + 1)
                : gate.asMono().map(this::end);
    }

    private Integer end(Integer value) {
        if (census.lastEnds()) ended.tryEmitEmpty();
        return value;
    }
}
