import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class BlockingFutures {

    @Async
    Coroutine<Integer> blocks(CompletableFuture<Integer> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        // warning: future.get() blocks the event loop's thread, and all its tasks with it: write await(future) [weft:blocking]
        int sum = future.get();
        // warning: write await(thenApply(...))
        sum += future().thenApply(i -> i + 1).join();
        // warning: write await(waitFor(supplyAsync(...), ...))
        sum += CompletableFuture.supplyAsync(() -> 1).get(1, TimeUnit.SECONDS);
        return done(sum);
    }

    private CompletableFuture<Integer> future() {
        return new CompletableFuture<>();
    }

    @Async
    Coroutine<Integer> asked(CompletableFuture<Integer> a, CompletableFuture<Integer> b) {
        int sum = 0;
        if (a.isDone()) {
            sum += a.join();
        } else {
            // warning: write await(a)
            sum += a.join();
        }
        sum += b.isDone() && !b.isCompletedExceptionally() ? b.join() : 0;
        return done(sum);
    }

    @Async
    Coroutine<Integer> askedByAnother(CompletableFuture<Integer> a, CompletableFuture<Integer> b) {
        int sum = isReady(a) ? a.join() : 0;
        if (isReady(a)) {
            // warning: write await(b)
            sum += b.join();
        }
        return done(sum);
    }

    private static boolean isReady(CompletableFuture<?> future) {
        return future != null && future.isDone();
    }

    @Async
    Coroutine<Integer> readByAnother(CompletableFuture<Integer> a, CompletableFuture<Integer> b) {
        int sum = 0;
        if (resultAvailable(a) && !a.isCompletedExceptionally()) {
            sum += a.join() + valueOf(a) + sumOf(1, a);
        }
        // warning: valueOf() blocks the event loop's thread, and all its tasks with it, by future.join()
        sum += valueOf(b);
        // warning: sumOf() blocks the event loop's thread, and all its tasks with it, by future.join()
        sum += sumOf(1, b);
        await(b);
        return done(sum + valueOf(b) + sumOf(1, b));
    }

    private static boolean resultAvailable(CompletableFuture<?> future) {
        return future.isDone();
    }

    private static int valueOf(CompletableFuture<Integer> future) {
        return future.join();
    }

    private static int sumOf(int value, CompletableFuture<Integer> other) {
        return value + valueOf(other);
    }

    @Async
    Coroutine<Integer> askedBefore(CompletableFuture<Integer> a, CompletableFuture<Integer> b) {
        if (!a.isDone()) {
            return done(0);
        }
        int sum = a.join();
        if (!b.isDone()) {
            // warning: write await(b)
            sum += b.join();
        }
        return done(sum);
    }

    @Async
    Coroutine<Integer> awaitedBefore(
            CompletableFuture<Integer> a, List<CompletableFuture<Integer>> all) {
        await(CompletableFuture.allOf(a));
        await(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)));
        int sum = a.join();
        for (var one : all) {
            sum += one.join();
        }
        return done(sum + all.stream().mapToInt(CompletableFuture::join).sum());
    }

    @Async
    Coroutine<Integer> notAwaited(List<CompletableFuture<Integer>> all) {
        int sum = 0;
        for (var one : all) {
            // warning: write await(one)
            sum += one.join();
        }
        return done(sum + CompletableFuture.completedFuture(1).join());
    }
}
