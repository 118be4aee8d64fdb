import static dev.weft.Weft.async;
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;
import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;
import static dev.weft.Weft.timeout;
import static dev.weft.Weft.yieldNow;
import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

class Ways {

    @Async
    static AsyncGenerator<Integer> numbers(int most) {
        for (int i = 0; i < most; i++) {
            emit(i);
        }
        return end();
    }

    @Async
    static Coroutine<Integer> sum(int most) {
        int sum = 0;
        for (int number : each(numbers(most))) {
            if (number == 7) break;
            sum += number;
        }
        return done(sum);
    }

    @Async
    static Coroutine<Integer> limited(Duration time) {
        try (var limit = timeout(time)) {
            return sum(3);
        } finally {
            await(yieldNow());
        }
    }

    @Async
    static CompletableFuture<String> hot(CompletableFuture<String> stage) {
        return completedFuture(await(stage) + await(async(() -> done("!"))));
    }

    @Async
    static void main(String[] args) {
        String text = args[0];
        await(
                async(
                        () -> {
                            await(yieldNow());
                            return done(text);
                        }));
    }
}
