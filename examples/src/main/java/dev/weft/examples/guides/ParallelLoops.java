package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.CrossLoopChannel;
import dev.weft.EventLoops;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A loop on each processor: a channel gives them their work, and each keeps its own account. */
final class ParallelLoops {
    private static final int NUMBERS = 1_000;

    private final CrossLoopChannel<Integer> numbers = CrossLoopChannel.of(16);

    @Async
    Coroutine<Long> sumOfSquares() {
        long sum = 0; // nobody else's: this runs on one loop
        for (int n : each(numbers)) {
            sum += (long) n * n;
        }
        return done(sum);
    }

    @Async
    Coroutine<Void> deal() {
        for (int n = 1; n <= NUMBERS; n++) {
            await(numbers.send(n));
        }
        numbers.close();
        return done();
    }

    @Async
    public static void main(String[] args) {
        ParallelLoops work = new ParallelLoops();
        try (EventLoops loops = EventLoops.perCore(4)) {
            List<CompletableFuture<Long>> sums = new ArrayList<>();
            for (int i = 0; i < loops.size(); i++) {
                sums.add(loops.submit(i, () -> work.sumOfSquares()));
            }
            await(work.deal());
            long total = 0;
            for (CompletableFuture<Long> sum : sums) {
                total += await(sum);
            }
            System.out.println("Sum of squares: " + total);
        }
        System.out.println("All loops are closed");
    }
}
