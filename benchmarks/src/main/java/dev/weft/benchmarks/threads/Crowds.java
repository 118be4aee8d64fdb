package dev.weft.benchmarks.threads;

import dev.weft.benchmarks.Census;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

final class Crowds {

    private static final int DEPTH = 10;

    private final Census census;
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private Crowds(Census census) {
        this.census = census;
    }

    static void asleep(int tasks, Census census) throws Exception {
        var crowd = new Crowds(census);
        Virtual.start(() -> crowd.gather(tasks, crowd::sleep)).get();
    }

    static void parked(int tasks, Census census) throws Exception {
        var crowd = new Crowds(census);
        Virtual.start(() -> crowd.gather(tasks, () -> crowd.nested(DEPTH))).get();
    }

    private Void gather(int tasks, Callable<Integer> body) throws Exception {
        for (int i = 0; i < tasks; i++) Virtual.thread(() -> run(body));
        Thread.yield();
        census.settled();
        gate.countDown();
        return ended.get();
    }

    private void run(Callable<Integer> body) {
        try {
            body.call();
        } catch (Exception e) {
            ended.completeExceptionally(e);
        }
    }

    private int sleep() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(census.nanosUntilWake());
        end();
        return 1;
    }

    private int nested(int depth) throws InterruptedException {
        if (depth > 1) return nested(depth - 1) + 1;
        gate.await();
        end();
        return 1;
    }

    private void end() {
        if (census.lastEnds()) ended.complete(null);
    }
}
