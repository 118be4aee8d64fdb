package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Task;
import dev.weft.TaskGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A task group: behind its block all of its tasks have ended. */
final class ProcessAll {
    @Async
    static Coroutine<Integer> process(int item) {
        await(sleep(Duration.ofSeconds(1)));
        return done(item * 2);
    }

    @Async
    static Coroutine<List<Integer>> processAll(List<Integer> items) {
        List<Task<Integer>> tasks = new ArrayList<>();
        try (var group = new TaskGroup()) {
            for (int item : items) {
                tasks.add(group.createTask(process(item)));
            }
        }
        return done(tasks.stream().map(Task::result).toList());
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        System.out.println(await(processAll(List.of(1, 2, 4))) + " after " + time);
    }

    private ProcessAll() {}
}
