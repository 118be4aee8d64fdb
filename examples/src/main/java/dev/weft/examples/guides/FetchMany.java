package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncIterable;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.List;

/** Many requests, only so many of them at a time, and the results in the order of the input. */
final class FetchMany {
    private int running;
    private int most;

    @Async
    Coroutine<String> fetch(int number) {
        most = Math.max(most, ++running);
        await(sleep(Duration.ofSeconds(1)));
        running--;
        return done("page " + number);
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        FetchMany site = new FetchMany();
        List<String> pages =
                await(AsyncIterable.range(0, 10).mapConcurrent(3, site::fetch).toList());
        System.out.println(pages.size() + " pages, the last is " + pages.get(9) + ", " + time);
        System.out.println("At most " + site.most + " at a time");
    }
}
