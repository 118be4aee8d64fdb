package dev.weft.benchmarks.threads;

import dev.weft.benchmarks.OtherThreads;
import java.util.concurrent.CompletableFuture;

final class Crossings {

    private Crossings() {}

    static int completions(int times) throws Exception {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            var future = new CompletableFuture<Integer>();
            OtherThreads.execute(() -> future.complete(1));
            sum += future.get();
        }
        return sum;
    }
}
