package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Task;
import java.io.IOException;
import java.time.Duration;

/** A task's failure waits for who awaits the task, and is the object that was thrown. */
final class CaughtFailure {
    @Async
    static Coroutine<Void> fail() throws IOException {
        await(sleep(Duration.ofSeconds(1)));
        throw new IOException("Task failed!");
    }

    @Async
    public static void main(String[] args) throws IOException {
        Task<Void> task = createTask(fail());
        await(sleep(Duration.ofSeconds(2)));
        System.out.println("It failed a second ago, and nothing has happened");
        try {
            await(task, IOException.class);
        } catch (IOException e) {
            System.out.println("Caught: " + e.getMessage());
            System.out.println("It is the task's own: " + (e == task.exception()));
        }
    }

    private CaughtFailure() {}
}
