import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.concurrent.CompletableFuture;

class ReturnLostInFinally {
    @Async
    Coroutine<Void> thrown() {
        try {
            // error: would never run, as the finally block around it always jumps out
            return yieldNow();
        } finally {
            throw new IllegalStateException();
        }
    }

    @Async
    CompletableFuture<String> insideOfACatch(CompletableFuture<String> other, boolean odd) {
        try {
            return CompletableFuture.completedFuture("a value is not lost");
        } catch (IllegalStateException e) {
            try {
                // error: would never run
                return other;
            } finally {
                await(yieldNow());
            }
        } finally {
            if (odd) {
                throw new IllegalStateException();
            } else {
                return CompletableFuture.completedFuture("instead");
            }
        }
    }

    @Async
    Coroutine<Integer> kept() {
        while (true) {
            try {
                return done(await(CompletableFuture.completedFuture(1)));
            } finally {
                break;
            }
        }
        return done(2);
    }
}
