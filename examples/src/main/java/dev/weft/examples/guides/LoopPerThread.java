package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.Weft;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Each thread runs a loop of its own; none waits for another. */
final class LoopPerThread {
    private static final Duration NAP = Duration.ofMillis(100);

    /** Which loop each worker found in its thread. */
    private final Map<Integer, EventLoop> loops = new ConcurrentSkipListMap<>();

    @Async
    Coroutine<Void> work(int worker) {
        loops.put(worker, EventLoop.running());
        await(sleep(NAP));
        return done();
    }

    void runAll(int count) throws InterruptedException {
        Thread[] threads = new Thread[count];
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int worker = i;
            threads[i] = new Thread(() -> Weft.run(work(worker)));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        boolean together = System.nanoTime() - start < count * NAP.toNanos();
        System.out.println("Workers: " + loops.keySet());
        System.out.println("Loops: " + loops.values().stream().distinct().count());
        System.out.println("Faster than one after the other: " + together);
    }

    public static void main(String[] args) throws InterruptedException {
        new LoopPerThread().runAll(20);
    }
}
