package dev.weft.benchmarks.weft;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.TaskGroup;
import dev.weft.Weft;
import dev.weft.benchmarks.Program;
import org.jspecify.annotations.Nullable;

/** Runs a body in some tasks on one loop. */
final class SideBySide implements Program {

    private final Body body;
    private long sum;

    SideBySide(Body body) {
        this.body = body;
    }

    @Override
    public long run(int tasks, int times) throws Exception {
        sum = 0;
        Weft.run(all(tasks, times));
        return sum;
    }

    @Async
    private Coroutine<@Nullable Void> all(int tasks, int times) throws Exception {
        try (var group = new TaskGroup()) {
            for (int i = 0; i < tasks; i++) group.createTask(one(times));
        }
        return done();
    }

    @Async
    private Coroutine<@Nullable Void> one(int times) throws Exception {
        int count = await(body.run(times));
        sum += count;
        return done();
    }
}
