package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.Task;
import dev.weft.TaskStart;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Tasks that start at once: what needs no waiting is done when the task is made. */
final class EagerTasks {
    private final Map<String, String> cache = new HashMap<>(Map.of("a", "value_a"));

    @Async
    Coroutine<String> cached(String key) {
        String value = cache.get(key);
        if (value == null) {
            await(sleep(Duration.ofSeconds(1)));
            value = "value_" + key;
            cache.put(key, value);
        }
        return done(value);
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        EagerTasks tasks = new EagerTasks();
        Task<String> lazy = createTask(tasks.cached("a"));
        System.out.println("Done when it was made: " + lazy.done());
        EventLoop.running().setTaskFactory(TaskStart.EAGER);
        Task<String> hit = createTask(tasks.cached("a"));
        Task<String> miss = createTask(tasks.cached("b"));
        System.out.println("Done when it was made: " + hit.done() + ", " + hit.result());
        System.out.println("Done when it was made: " + miss.done());
        System.out.println(await(miss) + " after " + time);
    }
}
