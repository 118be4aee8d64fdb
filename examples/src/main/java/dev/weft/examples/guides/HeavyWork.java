package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.toCpu;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Computations on all processors, while the loop serves others. */
final class HeavyWork {
    static long sumOfSquares(long n) {
        return LongStream.rangeClosed(1, n).map(k -> k * k).sum();
    }

    @Async
    public static void main(String[] args) {
        List<Coroutine<Long>> sums = new ArrayList<>();
        for (long n = 100_000; n <= 300_000; n += 100_000) {
            long last = n;
            sums.add(toCpu(() -> sumOfSquares(last)));
        }
        System.out.println(await(gather(sums)));
    }

    private HeavyWork() {}
}
