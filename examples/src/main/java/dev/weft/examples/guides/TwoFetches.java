package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.List;

/** Two fetches, one after the other as a blocking program does it, and then at the same time. */
final class TwoFetches {
    @Async
    static Coroutine<String> fetch(int id) {
        System.out.println("Fetching " + id);
        await(sleep(Duration.ofSeconds(2)));
        System.out.println("Fetched " + id);
        return done("Data " + id);
    }

    @Async
    static Coroutine<List<String>> oneAfterTheOther() {
        return done(List.of(await(fetch(1)), await(fetch(2))));
    }

    @Async
    static Coroutine<List<String>> together() {
        return gather(List.of(fetch(1), fetch(2)));
    }

    @Async
    public static void main(String[] args) {
        Stopwatch first = new Stopwatch();
        System.out.println(await(oneAfterTheOther()) + " in " + first);
        Stopwatch second = new Stopwatch();
        System.out.println(await(together()) + " in " + second);
    }

    private TwoFetches() {}
}
