package dev.weft.benchmarks.weft;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.timeout;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.time.Duration;

final class Timers {

    private static final Duration HOUR = Duration.ofHours(1);

    private Timers() {}

    @Async
    static Coroutine<Integer> timeouts(int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            try (var limit = timeout(HOUR)) {
                await(yieldNow());
                sum++;
            }
        }
        return done(sum);
    }
}
