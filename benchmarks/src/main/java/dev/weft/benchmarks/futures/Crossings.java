package dev.weft.benchmarks.futures;

import dev.weft.benchmarks.OtherThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

final class Crossings {

    private Crossings() {}

    static CompletableFuture<Integer> calls(int times, Executor loop) {
        var all = new CompletableFuture<Integer>();
        var called = new int[1];
        Runnable call =
                () -> {
                    if (++called[0] == times) all.complete(times);
                };
        OtherThreads.two(
                () -> {
                    for (int i = 0; i < times / 2; i++) loop.execute(call);
                });
        return all;
    }

    static CompletableFuture<Integer> completions(int times, Executor loop) {
        return Repeated.times(
                times,
                () -> {
                    var future = new CompletableFuture<Integer>();
                    OtherThreads.execute(() -> future.complete(1));
                    return future.thenApplyAsync(one -> one, loop);
                });
    }
}
