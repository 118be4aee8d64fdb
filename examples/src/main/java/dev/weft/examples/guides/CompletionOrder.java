package dev.weft.examples.guides;

import static dev.weft.Weft.asCompleted;
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Task;
import java.time.Duration;
import java.util.List;

/** Results in the order in which they come. */
final class CompletionOrder {
    @Async
    static Coroutine<String> fetch(String page, int seconds) {
        await(sleep(Duration.ofSeconds(seconds)));
        return done("the page " + page);
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        var fetches = List.of(fetch("/slow", 3), fetch("/quick", 1), fetch("/middle", 2));
        for (Task<String> task : each(asCompleted(fetches))) {
            System.out.println(task.result() + " after " + time);
        }
    }

    private CompletionOrder() {}
}
