package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;
import static dev.weft.Weft.waitTasks;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.ReturnWhen;
import dev.weft.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits for the first of several tasks, then for some time, and cancels the stragglers. */
final class FirstDone {
    @Async
    static Coroutine<String> fetch(int seconds) {
        await(sleep(Duration.ofSeconds(seconds)));
        return done("answer after " + seconds + " s");
    }

    @Async
    public static void main(String[] args) {
        List<Task<String>> tasks = new ArrayList<>();
        for (int seconds = 1; seconds <= 5; seconds++) {
            tasks.add(createTask(fetch(seconds)));
        }
        var first = await(waitTasks(tasks, ReturnWhen.FIRST_COMPLETED));
        System.out.println("Done: " + first.done().size() + ", pending: " + first.pending().size());
        first.done().forEach(task -> System.out.println(task.result()));

        Duration limit = Duration.ofMillis(2_500);
        var later = await(waitTasks(first.pending(), ReturnWhen.ALL_COMPLETED, limit));
        System.out.println("Done: " + later.done().size() + ", late: " + later.pending().size());
        later.pending().forEach(Task::cancel);
        await(waitTasks(later.pending()));
        System.out.println("Cancelled: " + tasks.stream().filter(Task::cancelled).count());
    }

    private FirstDone() {}
}
