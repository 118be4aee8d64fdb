package dev.weft.benchmarks.weft;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.benchmarks.Computation;

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

    @Async
    static Coroutine<Integer> exceptions(int times, int depth) {
        int caught = 0;
        for (int i = 0; i < times; i++) {
            try {
                await(failing(depth));
            } catch (IllegalStateException e) {
                caught++;
            }
        }
        return done(caught);
    }

    @Async
    private static Coroutine<Integer> failing(int depth) {
        if (depth > 1) return done(await(failing(depth - 1)) + 1);
        await(yieldNow());
        throw new IllegalStateException("thrown through awaits");
    }

    @Async
    static Coroutine<Integer> hotLoop(int times) {
        int[] data = Computation.data();
        int hash = 0;
        for (int i = 0; i < times; i++) {
            hash = 31 * hash + data[i & data.length - 1];
            if ((i & Computation.SELDOM) == 0) await(yieldNow());
        }
        return done(Computation.checked(hash, times));
    }
}
