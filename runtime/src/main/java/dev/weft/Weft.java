package dev.weft;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The functions of Weft, meant for {@code import static dev.weft.Weft.*}. */
public final class Weft {
    private Weft() {}

    /**
     * Awaits: suspends the {@code @Async} method that this stands in until the awaitable is done.
     *
     * @param awaitable what to wait for
     * @param <T> the type of the result
     * @return the result; a failure is thrown as the object that it is, checked or not
     */
    public static <T extends @Nullable Object> T await(Awaitable<? extends T> awaitable) {
        throw Unwoven.await(CALLER.getCallerClass());
    }

    /**
     * Awaits a stage, which any thread may complete. Cancelling the task cancels the stage where it
     * can be.
     *
     * @param stage what to wait for
     * @param <T> the type of the result
     * @return the result; a failure is thrown as the object that it is, without the {@link
     *     java.util.concurrent.CompletionException} around it
     */
    public static <T extends @Nullable Object> T await(CompletionStage<? extends T> stage) {
        throw Unwoven.await(CALLER.getCallerClass());
    }

    /**
     * Awaits, and declares what may be thrown, so that a {@code catch} of it compiles.
     *
     * @param awaitable what to wait for
     * @param failure the type to declare; nothing depends on it at run time
     * @param <T> the type of the result
     * @param <E> the type to declare
     * @return as {@link #await(Awaitable)}
     * @throws E as whatever else it fails with
     */
    public static <T extends @Nullable Object, E extends Throwable> T await(
            Awaitable<? extends T> awaitable, Class<E> failure) throws E {
        throw Unwoven.await(CALLER.getCallerClass());
    }

    /**
     * Awaits a stage, and declares what may be thrown, so that a {@code catch} of it compiles.
     *
     * @param stage what to wait for
     * @param failure the type to declare; nothing depends on it at run time
     * @param <T> the type of the result
     * @param <E> the type to declare
     * @return as {@link #await(CompletionStage)}
     * @throws E as whatever else it fails with
     */
    public static <T extends @Nullable Object, E extends Throwable> T await(
            CompletionStage<? extends T> stage, Class<E> failure) throws E {
        throw Unwoven.await(CALLER.getCallerClass());
    }

    private static final StackWalker CALLER =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /**
     * A coroutine that is a value already: what an {@code @Async} method returns. It may be awaited
     * any number of times.
     *
     * @param value the value
     * @param <T> its type
     * @return the coroutine
     */
    public static <T extends @Nullable Object> Coroutine<T> done(T value) {
        return new ValueCoroutine<>(value);
    }

    /**
     * What an {@code @Async} method returns that has no result.
     *
     * @return a coroutine that is null already
     */
    public static Coroutine<@Nullable Void> done() {
        return ValueCoroutine.NOTHING;
    }

    /**
     * A coroutine that has failed already. It may be awaited any number of times.
     *
     * @param failure what awaiting it throws, this very object
     * @param <T> the type of the result that there would have been
     * @return the coroutine
     */
    public static <T extends @Nullable Object> Coroutine<T> failed(Throwable failure) {
        return new ValueCoroutine<>(new Thrown(Objects.requireNonNull(failure, "failure")));
    }

    /**
     * The coroutine of an async lambda.
     *
     * @param body the lambda
     * @param <T> the type of the result
     * @return its coroutine; nothing runs until it is awaited
     */
    public static <T extends @Nullable Object> Coroutine<T> async(AsyncSupplier<T> body) {
        try {
            return Objects.requireNonNull(body.get(), "an AsyncSupplier gave null");
        } catch (Exception failure) {
            return failed(failure);
        }
    }

    /**
     * Runs a coroutine to its end on a fresh event loop in this thread, cancels the tasks that it
     * left behind, waits for them, and closes the loop. asyncio's {@code run}.
     *
     * @param main what to run
     * @param <T> the type of the result
     * @return its result; a failure is thrown as the object that it is, checked or not
     * @throws java.util.concurrent.CancellationException if it ended cancelled
     * @throws IllegalStateException if a loop runs in this thread
     */
    public static <T extends @Nullable Object> T run(Awaitable<T> main) {
        try (Runner runner = new Runner()) {
            return runner.run(main);
        }
    }

    /**
     * Makes a task of this thread's running loop; it starts in the loop's next iteration. Keep the
     * task: its failure is reported as unseen otherwise.
     *
     * @param coroutine what it runs
     * @param <T> the type of the result
     * @return the task
     * @throws IllegalStateException if no loop runs in this thread
     */
    public static <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine) {
        return createTask(coroutine, null);
    }

    /**
     * Makes a task with a name of this thread's running loop.
     *
     * @param coroutine what it runs
     * @param name its name; null for {@code Task-N}
     * @param <T> the type of the result
     * @return the task
     * @throws IllegalStateException if no loop runs in this thread
     */
    public static <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, @Nullable String name) {
        EventLoop loop = EventLoop.forNewWork();
        return loop.inThread()
                ? loop.createTask(coroutine, name)
                : loop.createTaskThreadsafe(coroutine, name);
    }

    /**
     * Suspends for a time. Zero or less is {@link #yieldNow()}.
     *
     * @param duration the time
     * @return the coroutine that sleeps
     */
    public static Coroutine<@Nullable Void> sleep(Duration duration) {
        return sleep(duration, null);
    }

    /**
     * Suspends for a time and gives a value.
     *
     * @param duration the time
     * @param result the value
     * @param <T> its type
     * @return the coroutine that sleeps
     */
    public static <T extends @Nullable Object> Coroutine<T> sleep(Duration duration, T result) {
        return new Sleep<>(Durations.nanos(duration), result);
    }

    /**
     * Lets everything else that is ready run once. asyncio's {@code sleep(0)}.
     *
     * @return the coroutine that yields; it may be awaited any number of times
     */
    public static Coroutine<@Nullable Void> yieldNow() {
        return YieldNow.YIELD_NOW;
    }

    /**
     * A stage as an awaitable, for the functions that take one.
     *
     * @param stage the stage
     * @param <T> the type of the result
     * @return what awaits it; it may be awaited any number of times
     */
    public static <T extends @Nullable Object> Awaitable<T> awaitable(CompletionStage<T> stage) {
        return new AwaitableStage<>(Objects.requireNonNull(stage, "stage"));
    }
}
