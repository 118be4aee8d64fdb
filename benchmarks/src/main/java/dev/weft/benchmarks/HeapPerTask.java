package dev.weft.benchmarks;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Promise;

/** Prints how many bytes of heap a suspended task takes: one frame, awaiting one promise. */
public final class HeapPerTask {

    private static final int TASKS = 1_000_000;

    private HeapPerTask() {}

    @Async
    public static void main(String[] args) {
        var gate = new Promise<Void>();
        long before = usedHeap();
        for (int i = 0; i < TASKS; i++) createTask(waiting(gate));
        await(yieldNow());
        long after = usedHeap();
        System.out.printf("%.1f bytes for a suspended task%n", (after - before) / (double) TASKS);
        gate.complete(null);
    }

    @Async
    private static Coroutine<Void> waiting(Promise<Void> gate) {
        await(gate);
        return done();
    }

    private static long usedHeap() {
        for (int i = 0; i < 4; i++) System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
