package dev.weft.benchmarks.weft;

import static dev.weft.Weft.done;
import static dev.weft.Weft.each;
import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Coroutine;

final class Generators {

    private Generators() {}

    @Async
    private static AsyncGenerator<Integer> ones(int times) {
        for (int i = 0; i < times; i++) emit(1);
        return end();
    }

    @Async
    static Coroutine<Integer> elements(int times) {
        int sum = 0;
        for (int one : each(ones(times))) sum += one;
        return done(sum);
    }

    @Async
    static Coroutine<Integer> pipeline(int times) {
        int sum = 0;
        var stream =
                ones(times)
                        .map(x -> x + 1)
                        .filter(x -> x > 1)
                        .map(x -> x - 1)
                        .takeWhile(x -> x > 0)
                        .take(times);
        for (int one : each(stream)) sum += one;
        return done(sum);
    }
}
