package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.List;

/** Finish in the order of their durations; the results stand in the order of the arguments. */
final class ThreeTasks {
    @Async
    static Coroutine<String> task(int id, int seconds) {
        System.out.println("Task " + id + " starts");
        await(sleep(Duration.ofSeconds(seconds)));
        System.out.println("Task " + id + " ends");
        return done("Result " + id);
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        List<String> results = await(gather(List.of(task(1, 2), task(2, 1), task(3, 3))));
        System.out.println(results + " in " + time);
    }

    private ThreeTasks() {}
}
