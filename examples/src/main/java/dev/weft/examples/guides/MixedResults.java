package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Tuple2;
import java.time.Duration;

/** Results of different types, one after the other and together; each keeps its type. */
final class MixedResults {
    @Async
    static Coroutine<String> a() {
        await(sleep(Duration.ofSeconds(2)));
        return done("A done");
    }

    @Async
    static Coroutine<Integer> b() {
        await(sleep(Duration.ofSeconds(1)));
        return done(42);
    }

    @Async
    static Coroutine<String> sequential() {
        String a = await(a());
        int b = await(b());
        return done(a + ", " + b);
    }

    @Async
    static Coroutine<String> concurrent() {
        Tuple2<String, Integer> both = await(gather(a(), b()));
        int b = both.second();
        return done(both.first() + ", " + b);
    }

    @Async
    public static void main(String[] args) {
        Stopwatch first = new Stopwatch();
        System.out.println("sequential: " + await(sequential()) + " in " + first);
        Stopwatch second = new Stopwatch();
        System.out.println("concurrent: " + await(concurrent()) + " in " + second);
    }

    private MixedResults() {}
}
