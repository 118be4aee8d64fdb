package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.time.Duration;

/** Results come in the order of the arguments, whichever is done first. */
final class InputOrder {
    @Async
    static Coroutine<String> task(int seconds, String name) {
        await(sleep(Duration.ofSeconds(seconds)));
        System.out.println(name + " is done");
        return done(name);
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        var results = await(gather(task(1, "X"), task(2, "Y"), task(1, "Z")));
        System.out.println(
                results.first() + ", " + results.second() + ", " + results.third() + " in " + time);
    }

    private InputOrder() {}
}
