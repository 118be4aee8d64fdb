package dev.weft.benchmarks.weft;

import dev.weft.Async;
import dev.weft.Coroutine;

/** What one of the tasks does. */
@FunctionalInterface
interface Body {

    /** Does it some times, and gives how often it was done. */
    @Async
    Coroutine<Integer> run(int times) throws Exception;
}
