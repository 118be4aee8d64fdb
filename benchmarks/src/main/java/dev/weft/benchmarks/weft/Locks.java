package dev.weft.benchmarks.weft;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.AsyncLock;
import dev.weft.Coroutine;

final class Locks {

    private Locks() {}

    @Async
    static Coroutine<Integer> handedOver(int times) {
        var lock = new AsyncLock();
        var other = createTask(holds(times / 2, lock));
        return done(await(holds(times / 2, lock)) + await(other));
    }

    @Async
    private static Coroutine<Integer> holds(int times, AsyncLock lock) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            try (var permit = await(lock.acquire())) {
                await(yieldNow());
                sum++;
            }
        }
        return done(sum);
    }
}
