package dev.weft.benchmarks.futures;

import dev.weft.benchmarks.Resource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

final class Resources {

    private Resources() {}

    static CompletableFuture<Integer> closed(int times) {
        var resource = new Resource();
        return Repeated.times(times, () -> closedOnce(resource)).thenApply(v -> resource.uses());
    }

    private static CompletableFuture<Integer> closedOnce(Resource resource) {
        resource.use();
        return CompletableFuture.completedFuture(1)
                .handle((one, failure) -> close(resource))
                .thenCompose(Function.identity());
    }

    private static CompletableFuture<Integer> close(Resource resource) {
        resource.close();
        return CompletableFuture.completedFuture(1);
    }
}
