package dev.weft.benchmarks.weft;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.Promise;
import dev.weft.benchmarks.OtherThreads;

final class Crossings {

    private Crossings() {}

    @Async
    static Coroutine<Integer> calls(int times) {
        var loop = EventLoop.running();
        var all = new Promise<Integer>();
        var called = new int[1];
        Runnable call =
                () -> {
                    if (++called[0] == times) all.complete(times);
                };
        OtherThreads.two(() -> handOver(times / 2, loop, call));
        return done(await(all));
    }

    private static void handOver(int times, EventLoop loop, Runnable call) {
        for (int i = 0; i < times; i++) loop.callSoonThreadsafe(call);
    }

    @Async
    static Coroutine<Integer> completions(int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            var promise = new Promise<Integer>();
            OtherThreads.execute(() -> promise.complete(1));
            sum += await(promise);
        }
        return done(sum);
    }
}
