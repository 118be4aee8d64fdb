package dev.weft.benchmarks.weft;

import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.Coroutine;
import org.jspecify.annotations.Nullable;

final class Resources {

    private static final Counter COUNTER = new Counter();

    private Resources() {}

    private static final class Counter implements AsyncCloseable {
        private int closes;

        @Override
        public Coroutine<@Nullable Void> closeAsync() {
            closes++;
            return done();
        }
    }

    @Async
    static Coroutine<Integer> closed(int times) {
        for (int i = 0; i < times; i++) {
            try (COUNTER) {
                COUNTER.closes--;
            }
        }
        return done(COUNTER.closes);
    }
}
