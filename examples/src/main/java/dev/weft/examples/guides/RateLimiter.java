package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncLock;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A token bucket: some calls at once, then one each so often, first come first served. */
final class RateLimiter {
    private final Duration interval;
    private final Duration capacity;
    private final AsyncLock turn = new AsyncLock();

    /** When the bucket, left alone, is full. */
    private Duration fullAt = EventLoop.running().time();

    /**
     * @param rate how many calls in a second, once the burst is over
     * @param burst how many at once
     */
    RateLimiter(int rate, int burst) {
        this.interval = Duration.ofSeconds(1).dividedBy(rate);
        this.capacity = interval.multipliedBy(burst);
    }

    /** Waits for a token. The lock is held over the sleep, so that nobody overtakes. */
    @Async
    Coroutine<Void> acquire() {
        try (var permit = await(turn.acquire())) {
            Duration tokenAt = fullAt.plus(interval).minus(capacity);
            Duration wait = tokenAt.minus(EventLoop.running().time());
            if (wait.compareTo(Duration.ZERO) > 0) {
                await(sleep(wait));
            }
            Duration now = EventLoop.running().time();
            fullAt = (fullAt.compareTo(now) < 0 ? now : fullAt).plus(interval);
        }
        return done();
    }

    @Async
    Coroutine<Void> call(int number, Stopwatch time) {
        await(acquire());
        System.out.println("Call " + number + " at " + time);
        return done();
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        RateLimiter limiter = new RateLimiter(5, 2);
        List<Coroutine<Void>> calls = new ArrayList<>();
        for (int number = 1; number <= 15; number++) {
            calls.add(limiter.call(number, time));
        }
        await(gather(calls));
        System.out.println("Idle for a while");
        await(sleep(Duration.ofSeconds(10)));
        await(
                gather(
                        List.of(
                                limiter.call(16, time),
                                limiter.call(17, time),
                                limiter.call(18, time))));
    }
}
