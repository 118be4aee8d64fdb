package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.time.Duration;

/** Three waits one after the other take their sum, together the longest of them. */
final class Breakfast {
    @Async
    static Coroutine<String> make(String what, int millis) {
        await(sleep(Duration.ofMillis(millis)));
        return done(what);
    }

    @Async
    public static void main(String[] args) {
        Stopwatch first = new Stopwatch();
        String coffee = await(make("coffee", 2_000));
        String toast = await(make("toast", 1_000));
        String juice = await(make("juice", 500));
        System.out.println(coffee + ", " + toast + ", " + juice + " in " + first);

        Stopwatch second = new Stopwatch();
        var all = await(gather(make("coffee", 2_000), make("toast", 1_000), make("juice", 500)));
        System.out.println(
                all.first() + ", " + all.second() + ", " + all.third() + " in " + second);
    }

    private Breakfast() {}
}
