import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Weft;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

class AwaitInPlainLambda {

    @Async
    Coroutine<Integer> price() {
        return done(3);
    }

    @Async
    Coroutine<Integer> inAnAsyncMethod(List<CompletableFuture<Integer>> prices) {
        // error: await stands in a lambda of Function, whose method is not async: use an async functional
        int total = prices.stream().map(stage -> await(stage)).mapToInt(i -> i).sum();
        return done(total + await(price()));
    }

    void inAPlainMethod() {
        Runnable runnable =
                () -> {
                    // error: await stands in a lambda of Runnable, whose method is not async
                    await(price());
                };
        Supplier<Integer> field =
                // error: await stands in a lambda of Supplier, whose
                (Supplier<Integer> & Serializable) () -> await(price());
    }

    // error: await stands in a lambda of Supplier, whose method is not async
    Supplier<Integer> inAField = () -> await(price());

    @Async
    Coroutine<List<Integer>> asAMethodReference(List<CompletableFuture<Integer>> prices) {
        // error: await is a method reference here, which cannot be suspended: write a lambda
        return done(prices.stream().<Integer>map(Weft::await).toList());
    }
}
