package dev.weft.benchmarks;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;
import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.AsyncGenerator;
import dev.weft.Coroutine;
import org.jspecify.annotations.Nullable;

/** The programs with generators and awaited closes that are measured. */
final class GeneratorPrograms {

    private static final Integer ELEMENT = 1;

    private GeneratorPrograms() {}

    @Async
    static AsyncGenerator<Integer> elements(int times, boolean suspends) {
        for (int i = 0; i < times; i++) {
            if (suspends) {
                await(yieldNow());
            }
            emit(ELEMENT);
        }
        return end();
    }

    @Async
    static Coroutine<Integer> sum(int times, boolean suspends) {
        int sum = 0;
        for (Integer element : each(elements(times, suspends))) {
            sum += element;
        }
        return done(sum);
    }

    /** A resource whose close does not wait. */
    static final class Resource implements AsyncCloseable {
        private int closes;

        @Override
        @Async
        public Coroutine<@Nullable Void> closeAsync() {
            closes++;
            return done();
        }
    }

    @Async
    static Coroutine<Integer> blocks(int times) {
        Resource shared = new Resource();
        for (int i = 0; i < times; i++) {
            try (var resource = shared) {
                resource.closes++;
            }
        }
        return done(shared.closes);
    }

    /** What {@link #blocks} does, written without a block. */
    @Async
    static Coroutine<Integer> closes(int times) {
        Resource shared = new Resource();
        for (int i = 0; i < times; i++) {
            shared.closes++;
            await(shared.closeAsync());
        }
        return done(shared.closes);
    }
}
