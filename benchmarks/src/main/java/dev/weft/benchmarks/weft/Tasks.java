package dev.weft.benchmarks.weft;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;

final class Tasks {

    private static final Duration HOUR = Duration.ofHours(1);

    private Tasks() {}

    @Async
    static Coroutine<Integer> created(int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) sum += await(createTask(one()));
        return done(sum);
    }

    @Async
    static Coroutine<Integer> gathered(int times, int children) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            var coroutines = new ArrayList<Coroutine<Integer>>(children);
            for (int j = 0; j < children; j++) coroutines.add(one());
            for (Integer one : await(gather(coroutines))) sum += one;
        }
        return done(sum / children);
    }

    @Async
    private static Coroutine<Integer> one() {
        return done(1);
    }

    @Async
    static Coroutine<Integer> cancelled(int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            var task = createTask(sleep(HOUR));
            await(yieldNow());
            task.cancel();
            try {
                await(task);
            } catch (CancellationException e) {
                sum++;
            }
        }
        return done(sum);
    }
}
