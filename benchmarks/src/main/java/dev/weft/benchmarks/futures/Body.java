package dev.weft.benchmarks.futures;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** What one of the chains does. */
@FunctionalInterface
interface Body {

    /** Does it some times, and gives how often it was done. */
    CompletableFuture<Integer> run(int times, Executor loop);
}
