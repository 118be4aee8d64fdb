package dev.weft.benchmarks.weft;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;

final class Calls {

    private Calls() {}

    @Async
    static Coroutine<Integer> chains(int times, int depth, boolean suspends) {
        int calls = 0;
        for (int i = 0; i < times; i++) calls += await(nested(depth, suspends));
        return done(calls / depth);
    }

    @Async
    private static Coroutine<Integer> nested(int depth, boolean suspends) {
        if (depth > 1) return done(await(nested(depth - 1, suspends)) + 1);
        if (suspends) await(yieldNow());
        return done(1);
    }
}
