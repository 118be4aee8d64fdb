package dev.weft.benchmarks;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;

/** The workloads as a user writes them. */
final class AsyncPrograms {

    private AsyncPrograms() {}

    @Async
    static Coroutine<Void> yields(int times) {
        for (int i = 0; i < times; i++) await(yieldNow());
        return done();
    }

    @Async
    static Coroutine<Integer> nested(int depth, boolean suspends) {
        if (depth > 0) return done(await(nested(depth - 1, suspends)) + 1);
        if (suspends) await(yieldNow());
        return done(1);
    }

    @Async
    static Coroutine<Integer> repeated(int times, int depth, boolean suspends) {
        int sum = 0;
        for (int i = 0; i < times; i++) sum += await(nested(depth, suspends));
        return done(sum);
    }

    @Async
    static Coroutine<Void> inBackground(int tasks) {
        for (int i = 0; i < tasks; i++) createTask(yields(Integer.MAX_VALUE));
        await(yieldNow());
        return done();
    }
}
