package dev.weft.benchmarks.weft;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Promise;
import dev.weft.Task;
import dev.weft.benchmarks.Census;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

final class Crowds {

    private static final int DEPTH = 10;

    private final Census census;
    private final Promise<@Nullable Void> ended = new Promise<>();

    private Crowds(Census census) {
        this.census = census;
    }

    @Async
    static Coroutine<@Nullable Void> asleep(int tasks, Census census) {
        var crowd = new Crowds(census);
        for (int i = 0; i < tasks; i++) createTask(crowd.sleeper());
        await(yieldNow());
        census.settled();
        await(crowd.ended);
        return done();
    }

    @Async
    private Coroutine<@Nullable Void> sleeper() {
        await(sleep(Duration.ofNanos(census.nanosUntilWake())));
        if (census.lastEnds()) ended.complete(null);
        return done();
    }

    /** Who has waited last is woken last. */
    @Async
    static Coroutine<@Nullable Void> parked(int tasks, Census census) {
        var gate = new Promise<Integer>();
        Task<Integer> last = createTask(nested(DEPTH, gate));
        for (int i = 1; i < tasks; i++) last = createTask(nested(DEPTH, gate));
        await(yieldNow());
        census.settled();
        gate.complete(1);
        await(last);
        return done();
    }

    @Async
    private static Coroutine<Integer> nested(int depth, Promise<Integer> gate) {
        return done(depth > 1 ? await(nested(depth - 1, gate)) + 1 : await(gate));
    }
}
