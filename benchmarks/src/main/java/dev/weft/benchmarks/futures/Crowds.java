package dev.weft.benchmarks.futures;

import dev.weft.benchmarks.Census;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class Crowds {

    private static final int DEPTH = 10;

    private final Census census;
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private final CompletableFuture<Integer> gate = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

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

    private void gather(int tasks, Supplier<CompletableFuture<Integer>> task) {
        try {
            CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; i < tasks; i++) task.get();
                                census.settled();
                                gate.complete(1);
                            },
                            loop)
                    .thenCompose(v -> ended)
                    .join();
        } finally {
            loop.shutdown();
        }
    }

    private CompletableFuture<Integer> sleeper() {
        var future = new CompletableFuture<Integer>();
        loop.schedule(() -> future.complete(1), census.nanosUntilWake(), TimeUnit.NANOSECONDS);
        return future.thenApply(this::end);
    }

    private CompletableFuture<Integer> nested(int depth) {
        return depth > 1 ? nested(depth - 1).thenApply(x -> x + 1) : gate.thenApply(this::end);
    }

    private Integer end(Integer value) {
        if (census.lastEnds()) ended.complete(null);
        return value;
    }
}
