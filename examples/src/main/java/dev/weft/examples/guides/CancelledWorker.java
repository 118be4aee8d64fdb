package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.CancelledError;
import dev.weft.Coroutine;
import dev.weft.Task;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** A task that is cancelled cleans up and lets the cancellation go on. */
final class CancelledWorker {
    @Async
    static Coroutine<Void> work() {
        try {
            for (; ; ) {
                System.out.println("Working...");
                await(sleep(Duration.ofSeconds(1)));
            }
        } catch (CancelledError e) {
            System.out.println("Cancelled! Cleaning up...");
            throw e;
        }
    }

    @Async
    public static void main(String[] args) {
        Task<Void> task = createTask(work());
        await(sleep(Duration.ofMillis(2_500)));
        task.cancel();
        try {
            await(task);
        } catch (CancellationException e) {
            System.out.println("The task was cancelled: " + task.cancelled());
        }
    }

    private CancelledWorker() {}
}
