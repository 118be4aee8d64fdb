package dev.weft.benchmarks.futures;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

final class Calls {

    private Calls() {}

    static CompletableFuture<Integer> atOnce(int times, int depth) {
        return chains(times, depth, () -> CompletableFuture.completedFuture(1));
    }

    static CompletableFuture<Integer> suspending(int times, int depth, Executor loop) {
        return chains(times, depth, () -> CompletableFuture.supplyAsync(() -> 1, loop));
    }

    private static CompletableFuture<Integer> chains(
            int times, int depth, Supplier<CompletableFuture<Integer>> leaf) {
        return Repeated.times(times, () -> nested(depth, leaf)).thenApply(calls -> calls / depth);
    }

    private static CompletableFuture<Integer> nested(
            int depth, Supplier<CompletableFuture<Integer>> leaf) {
        return depth > 1 ? nested(depth - 1, leaf).thenApply(x -> x + 1) : leaf.get();
    }

    static CompletableFuture<Integer> exceptions(int times, int depth, Executor loop) {
        return Repeated.times(
                times,
                () ->
                        nested(depth, () -> CompletableFuture.supplyAsync(Calls::fail, loop))
                                .exceptionally(e -> 1));
    }

    private static Integer fail() {
        throw new IllegalStateException("thrown through awaits");
    }
}
