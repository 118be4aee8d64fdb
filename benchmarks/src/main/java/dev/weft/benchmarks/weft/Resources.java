package dev.weft.benchmarks.weft;

import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.Coroutine;
import dev.weft.benchmarks.Resource;
import org.jspecify.annotations.Nullable;

final class Resources {

    private Resources() {}

    private static final class Closeable implements AsyncCloseable {

        final Resource resource = new Resource();

        @Override
        public Coroutine<@Nullable Void> closeAsync() {
            resource.close();
            return done();
        }
    }

    @Async
    static Coroutine<Integer> closed(int times) {
        var closeable = new Closeable();
        for (int i = 0; i < times; i++) {
            try (closeable) {
                closeable.resource.use();
            }
        }
        return done(closeable.resource.uses());
    }
}
