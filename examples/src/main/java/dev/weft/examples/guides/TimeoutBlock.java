package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.moveOnAfter;
import static dev.weft.Weft.sleep;
import static dev.weft.Weft.timeout;

import dev.weft.Async;
import dev.weft.AsyncTimeoutException;
import dev.weft.Coroutine;
import java.time.Duration;

/** A block with a deadline: what it still awaits then is cancelled. */
final class TimeoutBlock {
    @Async
    static Coroutine<String> slowOperation(int seconds) {
        await(sleep(Duration.ofSeconds(seconds)));
        return done("Completed");
    }

    @Async
    static Coroutine<String> limited(int seconds) {
        try (var limit = timeout(Duration.ofSeconds(5))) {
            return done(await(slowOperation(seconds)));
        } catch (AsyncTimeoutException e) {
            return done("Operation timed out");
        }
    }

    /** As many steps as there is time for: this block is left quietly. */
    @Async
    static Coroutine<Integer> stepsUntil(Duration time) {
        int steps = 0;
        try (var limit = moveOnAfter(time)) {
            for (; steps < 10; steps++) {
                await(slowOperation(2));
            }
        }
        return done(steps);
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        System.out.println(await(limited(1)) + " after " + time);
        System.out.println(await(limited(10)) + " after " + time);
        System.out.println(await(stepsUntil(Duration.ofSeconds(5))) + " steps after " + time);
    }

    private TimeoutBlock() {}
}
