package dev.weft.benchmarks.reactor;

import dev.weft.benchmarks.Resource;
import reactor.core.publisher.Mono;

final class Resources {

    private Resources() {}

    static Mono<Integer> closed(int times) {
        var resource = new Resource();
        return SideBySide.repeated(times, () -> closedOnce(resource)).map(v -> resource.uses());
    }

    private static Mono<Integer> closedOnce(Resource resource) {
        return Mono.usingWhen(
                Mono.just(resource),
                used -> Mono.fromCallable(() -> use(used)),
                used -> Mono.fromRunnable(used::close));
    }

    private static int use(Resource resource) {
        resource.use();
        return 1;
    }
}
