package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.Promise;
import dev.weft.Task;
import java.time.Duration;

/** A promise is a place for a value that a callback gives; a task is one that runs a coroutine. */
final class PromisedValue {
    @Async
    static Coroutine<String> work() {
        await(sleep(Duration.ofSeconds(2)));
        return done("made by a coroutine");
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        Promise<String> promise = new Promise<>();
        Task<String> task = createTask(work());
        EventLoop.running()
                .callLater(Duration.ofSeconds(1), () -> promise.complete("given by a callback"));
        System.out.println("Done: " + promise.done() + ", " + task.done());
        System.out.println(await(promise) + " after " + time);
        System.out.println(await(task) + " after " + time);
        System.out.println("Done: " + promise.done() + ", " + task.done() + ": " + task.result());
    }

    private PromisedValue() {}
}
