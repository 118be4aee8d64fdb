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
    Coroutine<Void> foreverInAFinally(int kind) {
        try {
            // error: would never run
            return yieldNow();
        } finally {
            switch (kind) {
                case 1:
                    throw new IllegalStateException();
                default:
                    while (true) {
                        await(yieldNow());
                    }
            }
        }
    }

    @Async
    Coroutine<Void> finallyMayComplete(int kind) {
        try {
            return yieldNow();
        } finally {
            while (true) {
                if (kind++ == 3) {
                    break;
                }
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
