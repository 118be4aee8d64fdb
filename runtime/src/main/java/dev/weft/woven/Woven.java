package dev.weft.woven;

import dev.weft.Coroutine;
import dev.weft.Weft;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What woven bytecode calls. */
public final class Woven {
    /** What a body returns, and an await gives, that has to wait. */
    public static final Object SUSPENDED = Frame.suspended();

    private Woven() {}

    /**
     * Awaits a stage.
     *
     * @param stage the stage
     * @param awaiter the frame that awaits
     * @return the value, or {@link #SUSPENDED}; a failure is thrown as it is
     */
    public static @Nullable Object await(CompletionStage<?> stage, Coroutine<?> awaiter) {
        return Frame.awaitIn(stage, awaiter);
    }

    /**
     * Awaits the coroutine that a method returned.
     *
     * @param value what it returned
     * @param frame its frame
     * @return the value, or {@link #SUSPENDED}; a failure is thrown as it is
     */
    public static @Nullable Object returned(@Nullable Coroutine<?> value, Frame<?> frame) {
        if (value == null) {
            throw returnedNull(frame, "a coroutine: done() where there is no result");
        }
        return value.awaitFrom(frame);
    }

    /**
     * Awaits the stage that a hot method returned.
     *
     * @param value what it returned
     * @param frame its frame
     * @return the value, or {@link #SUSPENDED}; a failure is thrown as it is
     */
    public static @Nullable Object returned(@Nullable CompletionStage<?> value, Frame<?> frame) {
        if (value == null) {
            throw returnedNull(frame, "a stage: completedFuture(null) where there is no result");
        }
        return Frame.awaitIn(value, frame);
    }

    private static NullPointerException returnedNull(Frame<?> frame, String instead) {
        return new NullPointerException(
                frame.method() + " returned null: an @Async method returns " + instead);
    }

    /**
     * A result as the coroutine that a caller of the method expects.
     *
     * @param value the result
     * @return a coroutine that is this value already
     */
    public static Coroutine<@Nullable Object> rewrap(@Nullable Object value) {
        return Weft.done(value);
    }

    /**
     * A result as the future that a caller of the hot method expects.
     *
     * @param value the result
     * @return a future that is complete with it
     */
    public static CompletableFuture<@Nullable Object> rewrapStage(@Nullable Object value) {
        return CompletableFuture.completedFuture(value);
    }

    /**
     * The result behind a coroutine that is a value already.
     *
     * @param value from {@code done} or {@link #rewrap}
     * @return the result
     */
    public static @Nullable Object value(Coroutine<?> value) {
        return value.awaitFrom(value);
    }

    /**
     * The result behind a stage that is complete already.
     *
     * @param value from {@code completedFuture} or {@link #rewrapStage}
     * @return the result
     */
    public static @Nullable Object value(CompletionStage<?> value) {
        return value.toCompletableFuture().join();
    }

    /**
     * Calls a hot method.
     *
     * @param frame its frame
     * @param <T> the type of the result
     * @return the future that it returns
     */
    public static <T extends @Nullable Object> CompletableFuture<T> hot(Frame<T> frame) {
        return Frame.call(frame);
    }

    /**
     * Calls an entry point, which runs an event loop to the end of its body.
     *
     * @param frame its frame; what the body fails with is thrown as it is
     */
    public static void run(Frame<?> frame) {
        Frame.callEntryPoint(frame);
    }

    /**
     * What a body throws that is entered in a state which it does not have: a defect of ours.
     *
     * @param frame its frame
     * @return the exception
     */
    public static IllegalStateException badState(Frame<?> frame) {
        return new IllegalStateException(
                frame.method()
                        + " was resumed at suspension point "
                        + frame.state
                        + ", which it does not have; this is a defect of Weft, please report it");
    }
}
