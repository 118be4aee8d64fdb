import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Weft;
import java.util.concurrent.CompletableFuture;

class AwaitInPlainMethod {

    @Async
    Coroutine<Integer> price() {
        return done(3);
    }

    int total() {
        // error: await stands in total(), which is not async and cannot be suspended: mark it @Async
        return 2 * await(price());
    }

    static int qualified(CompletableFuture<Integer> stage) {
        // error: await stands in qualified(), which is not async
        return Weft.await(stage);
    }

    int declared(CompletableFuture<Integer> stage) throws java.io.IOException {
        int one = 1;
        return one
                // error: await stands in declared(), which is not async
                + await(stage, java.io.IOException.class);
    }

    @Async
    Coroutine<Integer> hasAPlainInnerMethod() {
        class Local {
            int count() {
                // error: await stands in count(), which is not async
                return await(price());
            }
        }
        var anonymous =
                new Object() {
                    int count() {
                        // error: await stands in count(), which is not async
                        return await(price());
                    }
                };
        return done(new Local().count() + anonymous.count());
    }
}
