package dev.weft.benchmarks.futures;

import dev.weft.benchmarks.Program;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Runs a body in some chains on one thread. */
final class SideBySide implements Program {

    private final Body body;

    SideBySide(Body body) {
        this.body = body;
    }

    @Override
    public long run(int tasks, int times) {
        var loop = Executors.newSingleThreadExecutor();
        try {
            return CompletableFuture.supplyAsync(() -> all(tasks, times, loop), loop)
                    .thenCompose(all -> all)
                    .join();
        } finally {
            loop.shutdown();
        }
    }

    private CompletableFuture<Long> all(int tasks, int times, Executor loop) {
        var chains = new ArrayList<CompletableFuture<Integer>>(tasks);
        for (int i = 0; i < tasks; i++) chains.add(body.run(times, loop));
        return CompletableFuture.allOf(chains.toArray(CompletableFuture[]::new))
                .thenApply(v -> chains.stream().mapToLong(CompletableFuture::join).sum());
    }
}
