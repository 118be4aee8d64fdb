package dev.weft.benchmarks;

import static dev.weft.Weft.done;
import static dev.weft.Weft.timeout;

import dev.weft.Async;
import dev.weft.ContextVar;
import dev.weft.Coroutine;
import dev.weft.TaskGroup;
import java.time.Duration;

/** Scopes as a user writes them. */
final class ScopePrograms {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final ContextVar<Integer> NUMBER = ContextVar.of("number");

    private ScopePrograms() {}

    @Async
    static Coroutine<Integer> timeouts(int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            try (var limit = timeout(HOUR)) {
                sum += i;
            }
        }
        return done(sum);
    }

    @Async
    static Coroutine<Integer> group(int children) {
        try (var group = new TaskGroup()) {
            for (int i = 0; i < children; i++) group.createTask(done(i));
        }
        return done(children);
    }

    @Async
    static Coroutine<Integer> contextVariable(int times) {
        int sum = 0;
        NUMBER.set(1);
        for (int i = 0; i < times; i++) sum += NUMBER.get();
        return done(sum);
    }
}
