package dev.weft.benchmarks.weft;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

final class Tasks {

    private Tasks() {}

    @Async
    static Coroutine<Integer> created(int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) sum += await(createTask(one()));
        return done(sum);
    }

    @Async
    private static Coroutine<Integer> one() {
        return done(1);
    }
}
