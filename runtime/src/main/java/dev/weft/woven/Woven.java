package dev.weft.woven;

import dev.weft.AsyncCloseable;
import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.AsyncScope;
import dev.weft.Coroutine;
import dev.weft.Weft;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** What woven bytecode calls. */
public final class Woven {
    /** What a body returns, and an await gives, that has to wait. */
    public static final Object SUSPENDED = Frame.suspended();

    /** What a step of an iterator gives that has no more elements. */
    public static final Object END = Frame.endMark();

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
     * @param awaiter the frame that awaits
     * @param method the method's name, for messages
     * @return the value, or {@link #SUSPENDED}; a failure is thrown as it is
     */
    public static @Nullable Object returned(
            @Nullable Coroutine<?> value, Coroutine<?> awaiter, String method) {
        if (value == null) {
            throw returnedNull(method, "a coroutine: done() where there is no result");
        }
        return value.awaitFrom(awaiter);
    }

    /**
     * Awaits the stage that a hot method returned.
     *
     * @param value what it returned
     * @param awaiter the frame that awaits
     * @param method the method's name, for messages
     * @return the value, or {@link #SUSPENDED}; a failure is thrown as it is
     */
    public static @Nullable Object returned(
            @Nullable CompletionStage<?> value, Coroutine<?> awaiter, String method) {
        if (value == null) {
            throw returnedNull(method, "a stage: completedFuture(null) where there is no result");
        }
        return Frame.awaitIn(value, awaiter);
    }

    /**
     * What a body throws that was called without a frame, on its way to who called it.
     *
     * @param failure what it throws
     * @param awaiter the frame of the run within which it was called
     * @return the same; its stack trace gets the awaiting methods
     */
    public static Throwable crossed(Throwable failure, Coroutine<?> awaiter) {
        Frame.crossedTo(failure, awaiter);
        return failure;
    }

    /**
     * What a suspension led to.
     *
     * @param received what the body was resumed with
     * @return the value; a failure is thrown as it is
     */
    public static @Nullable Object received(@Nullable Object received) {
        return Frame.receivedIn(received);
    }

    private static NullPointerException returnedNull(String method, String instead) {
        return new NullPointerException(
                method + " returned null: an @Async method returns " + instead);
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
     * Emits an element of a generator.
     *
     * @param element the element
     * @param generator the generator's frame
     * @return {@link #SUSPENDED}: the body goes on when the next element is asked for
     */
    public static Object emit(@Nullable Object element, GeneratorFrame<?> generator) {
        return generator.emit(element);
    }

    /**
     * What a generator's body gives in the end.
     *
     * @param returned what it returned
     * @param frame its frame
     * @return a mark for the end
     */
    public static Object ended(@Nullable Object returned, Frame<?> frame) {
        if (returned != Weft.end()) {
            throw new IllegalStateException(
                    frame.method() + " returned " + returned + ": a generator returns end()");
        }
        return END;
    }

    /**
     * Begins a loop over {@code each}.
     *
     * @param source what it runs over
     * @return the iterator of this loop
     */
    public static AsyncIterator<?> iterate(AsyncIterable<?> source) {
        return Objects.requireNonNull(source.iterator(), "iterator() gave null");
    }

    /**
     * Begins a loop over {@code each} of what is published.
     *
     * @param source what it runs over
     * @return the iterator of this loop
     */
    public static AsyncIterator<?> iterate(Flow.Publisher<?> source) {
        return iterate(AsyncIterable.fromPublisher(source));
    }

    /**
     * Closes the iterator of a loop that is left early.
     *
     * @param iterator the iterator
     * @param awaiter the frame of the loop
     * @return any value, or {@link #SUSPENDED}
     * @throws Exception what the close throws
     */
    public static @Nullable Object abandon(AsyncIterator<?> iterator, Coroutine<?> awaiter)
            throws Exception {
        return closing(iterator.closeAsync(), "closeAsync").awaitFrom(awaiter);
    }

    /**
     * Closes the iterator of a loop that a failure leaves.
     *
     * @param iterator the iterator
     * @param failure the failure
     * @param awaiter the frame of the loop
     * @return what to throw, or {@link #SUSPENDED}
     */
    public static @Nullable Object abandon(
            AsyncIterator<?> iterator, Throwable failure, Coroutine<?> awaiter) {
        return Frame.awaitExit(iterator, failure, awaiter);
    }

    /**
     * Closes a resource whose block is left without a failure.
     *
     * @param closeable the resource
     * @param awaiter the frame that closes it
     * @return what to give to {@link #closed}, or {@link #SUSPENDED}
     * @throws Exception what the close throws
     */
    public static @Nullable Object close(AsyncCloseable closeable, Coroutine<?> awaiter)
            throws Exception {
        return closeable instanceof AsyncScope scope
                ? closing(scope.exit(null), "exit").awaitFrom(awaiter)
                : closing(closeable.closeAsync(), "closeAsync").awaitFrom(awaiter);
    }

    private static Coroutine<?> closing(@Nullable Coroutine<?> close, String method) {
        if (close == null) {
            throw new NullPointerException(method + " gave null in place of a coroutine");
        }
        return close;
    }

    /**
     * Ends a {@link #close}.
     *
     * @param leaving what it gave: a failure that the resource lets leave the block is thrown
     */
    public static void closed(@Nullable Object leaving) {
        if (leaving instanceof Throwable failure) {
            throw sneaky(failure);
        }
    }

    /**
     * Closes a resource whose block a failure leaves.
     *
     * @param closeable the resource
     * @param failure what leaves its block
     * @param awaiter the frame that closes it
     * @return what leaves in its place, null for nothing, or {@link #SUSPENDED}
     */
    public static @Nullable Object exit(
            AsyncCloseable closeable, Throwable failure, Coroutine<?> awaiter) {
        return Frame.awaitExit(closeable, failure, awaiter);
    }

    /**
     * What to throw behind a block that has no way on but a jump, as its last statement returns or
     * throws.
     *
     * @param leaving what {@link #exit} gave
     * @param failure what it was given
     * @return the failure to throw
     */
    public static Throwable leaving(@Nullable Object leaving, @Nullable Throwable failure) {
        if (leaving instanceof Throwable other) {
            return other;
        }
        return new IllegalStateException(
                "the resource holds back what left its block, but nothing stands behind the block:"
                        + " let it end without return or throw, and return behind it",
                failure);
    }

    static RuntimeException sneaky(Throwable failure) {
        Woven.<RuntimeException>unchecked(failure);
        throw new AssertionError(failure);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void unchecked(Throwable failure) throws E {
        throw (E) failure;
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
