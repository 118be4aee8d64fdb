package dev.weft.benchmarks.weft;

import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.Coroutine;
import org.jspecify.annotations.Nullable;

final class Resources {

    private Resources() {}

    private static final class Counter implements AsyncCloseable {
        private int uses;
        private int closes;

        @Override
        public Coroutine<@Nullable Void> closeAsync() {
            closes++;
            return done();
        }
    }

    @Async
    static Coroutine<Integer> closed(int times) {
        var counter = new Counter();
        for (int i = 0; i < times; i++) {
            try (counter) {
                counter.uses++;
            }
        }
        return done(Math.min(counter.uses, counter.closes));
    }
}
