package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncLock;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.List;

/** What is read before an await may be stale after it; a lock held over the await keeps it true. */
final class LockedCounter {
    private final AsyncLock lock = new AsyncLock();
    private int count;

    @Async
    Coroutine<Void> increment() {
        int before = count;
        await(sleep(Duration.ofMillis(100)));
        count = before + 1;
        return done();
    }

    @Async
    Coroutine<Void> incrementLocked() {
        try (var permit = await(lock.acquire())) {
            await(increment());
        }
        return done();
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        LockedCounter loose = new LockedCounter();
        await(gather(List.of(loose.increment(), loose.increment(), loose.increment())));
        System.out.println("Three increments without a lock: " + loose.count + " after " + time);

        LockedCounter locked = new LockedCounter();
        await(
                gather(
                        List.of(
                                locked.incrementLocked(),
                                locked.incrementLocked(),
                                locked.incrementLocked())));
        System.out.println("Three increments with a lock: " + locked.count + " after " + time);
    }
}
