package dev.weft.benchmarks.weft;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;

final class Switches {

    private Switches() {}

    @Async
    static Coroutine<Integer> yields(int times) {
        for (int i = 0; i < times; i++) await(yieldNow());
        return done(times);
    }
}
