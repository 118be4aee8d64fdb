package dev.weft.benchmarks.futures;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

final class Switches {

    private Switches() {}

    static CompletableFuture<Integer> yields(int times, Executor loop) {
        return Repeated.times(times, () -> CompletableFuture.supplyAsync(() -> 1, loop));
    }
}
