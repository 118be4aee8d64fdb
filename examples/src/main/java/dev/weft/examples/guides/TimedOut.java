package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;
import static dev.weft.Weft.waitFor;

import dev.weft.Async;
import dev.weft.AsyncTimeoutException;
import dev.weft.CancelledError;
import dev.weft.Coroutine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An operation that takes longer than it is given is cancelled. */
final class TimedOut {
    @Async
    static Coroutine<String> slowOperation() {
        try {
            await(sleep(Duration.ofSeconds(10)));
            return done("Completed");
        } catch (CancelledError e) {
            System.out.println("Operation cancelled");
            throw e;
        }
    }

    @Async
    static Coroutine<@Nullable String> withTimeout() {
        try {
            return done(await(waitFor(slowOperation(), Duration.ofSeconds(5))));
        } catch (AsyncTimeoutException e) {
            System.out.println("Operation timed out");
            return done(null);
        }
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        System.out.println(await(withTimeout()) + " after " + time);
    }

    private TimedOut() {}
}
