package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncSemaphore;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ten requests, of which a semaphore lets three be under way at a time. */
final class LimitedFetches {
    private final AsyncSemaphore limit = new AsyncSemaphore(3);
    private final Stopwatch time = new Stopwatch();

    @Async
    Coroutine<String> fetch(int number) {
        try (var permit = await(limit.acquire())) {
            System.out.println("Fetching " + number + " at " + time);
            await(sleep(Duration.ofSeconds(1)));
            return done("page " + number);
        }
    }

    @Async
    public static void main(String[] args) {
        LimitedFetches site = new LimitedFetches();
        List<Coroutine<String>> fetches = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            fetches.add(site.fetch(number));
        }
        List<String> pages = await(gather(fetches));
        System.out.println(pages.size() + " pages, the last is " + pages.get(9));
        System.out.println("Total: " + site.time);
    }
}
