package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Task;
import java.time.Duration;
import java.util.List;

/** A gather fails with the first failure at once, and leaves the other tasks running. */
final class FirstFailure {
    @Async
    static Coroutine<String> mayFail(int id, int seconds) {
        await(sleep(Duration.ofSeconds(seconds)));
        if (id == 2) {
            throw new IllegalStateException("Failed on " + id);
        }
        System.out.println("Finished " + id);
        return done("Success " + id);
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        Task<String> slow = createTask(mayFail(3, 2));
        try {
            await(gather(List.of(mayFail(1, 1), mayFail(2, 1), slow)));
        } catch (IllegalStateException e) {
            System.out.println("Caught: " + e.getMessage() + " after " + time);
        }
        System.out.println("The slow one goes on: " + !slow.done());
        System.out.println(await(slow) + " after " + time);
    }

    private FirstFailure() {}
}
