package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.CancelledError;
import dev.weft.Coroutine;
import dev.weft.ExceptionGroup;
import dev.weft.TaskGroup;
import java.time.Duration;
import java.util.NoSuchElementException;

/** Children of a task group that fail: the rest is cancelled, and all failures come together. */
final class GroupFailures {
    @Async
    static Coroutine<Void> fail(RuntimeException failure) {
        await(sleep(Duration.ofSeconds(1)));
        throw failure;
    }

    @Async
    static Coroutine<Void> workLong() {
        try {
            await(sleep(Duration.ofSeconds(60)));
        } catch (CancelledError e) {
            System.out.println("The long one is cancelled");
            throw e;
        }
        return done();
    }

    @Async
    static Coroutine<Void> together(RuntimeException... failures) {
        try (var group = new TaskGroup()) {
            group.createTask(workLong());
            for (RuntimeException failure : failures) {
                group.createTask(fail(failure));
            }
        }
        return done();
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        try {
            await(together(new IllegalArgumentException("Task failed!")));
        } catch (ExceptionGroup e) {
            System.out.println("Caught: " + e.exceptions().get(0).getMessage() + " after " + time);
        }
        try {
            await(
                    together(
                            new IllegalArgumentException("a bad value"),
                            new NoSuchElementException("nothing there"),
                            new IllegalArgumentException("another one")));
        } catch (ExceptionGroup e) {
            e.handle(
                            IllegalArgumentException.class,
                            one -> System.out.println("Argument: " + one.getMessage()))
                    .handle(
                            NoSuchElementException.class,
                            one -> System.out.println("Element: " + one.getMessage()))
                    .orThrow();
        }
        try {
            await(together(new IllegalStateException("not expected")));
        } catch (ExceptionGroup e) {
            try {
                e.handle(IllegalArgumentException.class, System.out::println).orThrow();
            } catch (ExceptionGroup rest) {
                System.out.println("Left over: " + rest.exceptions());
            }
        }
    }

    private GroupFailures() {}
}
