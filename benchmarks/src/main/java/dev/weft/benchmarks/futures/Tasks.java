package dev.weft.benchmarks.futures;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

final class Tasks {

    private Tasks() {}

    static CompletableFuture<Integer> created(int times, Executor loop) {
        return Repeated.times(times, () -> CompletableFuture.supplyAsync(() -> 1, loop));
    }

    static CompletableFuture<Integer> gathered(int times, int children, Executor loop) {
        return Repeated.times(times, () -> gatheredOnce(children, loop))
                .thenApply(sum -> sum / children);
    }

    private static CompletableFuture<Integer> gatheredOnce(int children, Executor loop) {
        var all = new ArrayList<CompletableFuture<Integer>>(children);
        for (int i = 0; i < children; i++) {
            all.add(CompletableFuture.supplyAsync(() -> 1, loop));
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(v -> all.stream().mapToInt(CompletableFuture::join).sum());
    }

    static CompletableFuture<Integer> cancelled(int times, Executor loop) {
        return Repeated.times(times, () -> cancelledOnce(loop));
    }

    private static CompletableFuture<Integer> cancelledOnce(Executor loop) {
        var task = new CompletableFuture<Integer>().orTimeout(1, TimeUnit.HOURS);
        return CompletableFuture.runAsync(() -> task.cancel(false), loop)
                .thenCompose(v -> task)
                .exceptionally(e -> 1);
    }
}
