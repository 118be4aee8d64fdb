package dev.weft.benchmarks.futures;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A loop over steps that end later, as one has to write it where chains must not grow. */
final class Repeated {

    private final CompletableFuture<Integer> all = new CompletableFuture<>();
    private final Supplier<CompletableFuture<Integer>> step;
    private int left;
    private int sum;

    private Repeated(int times, Supplier<CompletableFuture<Integer>> step) {
        this.step = step;
        left = times;
    }

    /** Does a step some times, one after the other, and sums up what they give. */
    static CompletableFuture<Integer> times(int times, Supplier<CompletableFuture<Integer>> step) {
        var repeated = new Repeated(times, step);
        repeated.run();
        return repeated.all;
    }

    private void run() {
        while (left-- > 0) {
            CompletableFuture<Integer> one = step.get();
            if (!one.isDone()) {
                one.whenComplete(this::next);
                return;
            }
            sum += one.join();
        }
        all.complete(sum);
    }

    private void next(Integer one, @Nullable Throwable failure) {
        if (failure != null) {
            all.completeExceptionally(failure);
        } else {
            sum += one;
            run();
        }
    }
}
