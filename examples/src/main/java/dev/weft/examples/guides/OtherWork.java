package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Task;
import java.time.Duration;

/** A task works while its maker does something else. */
final class OtherWork {
    @Async
    static Coroutine<String> fetchData(int seconds, String name) {
        System.out.println("Fetching " + name);
        await(sleep(Duration.ofSeconds(seconds)));
        return done("Data " + name);
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        Task<String> a = createTask(fetchData(2, "A"));
        Task<String> b = createTask(fetchData(3, "B"));
        System.out.println("Do other work...");
        System.out.println(await(a) + " after " + time);
        System.out.println(await(b) + " after " + time);
    }

    private OtherWork() {}
}
