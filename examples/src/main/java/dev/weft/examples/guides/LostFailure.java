package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.Task;
import java.time.Duration;

/** A failure that nobody looks at is reported, at the latest when the loop closes. */
final class LostFailure {
    @Async
    static Coroutine<Void> fail() {
        await(sleep(Duration.ofSeconds(1)));
        throw new IllegalStateException("Task failed!");
    }

    @Async
    public static void main(String[] args) {
        EventLoop.running()
                .setExceptionHandler(
                        (loop, context) ->
                                System.out.println(
                                        "Reported: " + context.exception().getMessage()));
        Task<Void> lost = createTask(fail());
        await(sleep(Duration.ofSeconds(2)));
        System.out.println("Nobody looks at the task, which is done: " + lost.done());
    }

    private LostFailure() {}
}
