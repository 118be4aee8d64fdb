package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.time.Duration;

/** A coroutine that gives a value of a type of one's own. */
final class FetchData {
    record Answer(String url, String data) {}

    @Async
    static Coroutine<Answer> fetchData(String url) {
        await(sleep(Duration.ofSeconds(1)));
        return done(new Answer(url, "Some data"));
    }

    @Async
    public static void main(String[] args) {
        System.out.println(await(fetchData("https://api.example.com")));
    }

    private FetchData() {}
}
