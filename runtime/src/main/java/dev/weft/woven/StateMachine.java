package dev.weft.woven;

import dev.weft.AsyncCloseable;
import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.Awaitable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * An async method as a state machine in source form, as {@code -Aweft.eject} writes it: one object
 * per call, which is its coroutine as well. The arguments, and the variables that live across an
 * await, are fields of a subclass.
 *
 * <pre>{@code
 * @Override
 * protected Object run() throws Throwable {
 *     while (true) {
 *         switch (state) {
 *             case 0 -> {
 *                 state = 1;
 *                 if (await(fetch(uri))) return SUSPENDED;
 *             }
 *             case 1 -> {
 *                 String page = awaited();
 *                 return done(page.length());
 *             }
 *             default -> throw unknownState();
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>A state that ends without a jump goes on with the state that {@code state} names. An await has
 * two halves: {@link #await(Awaitable)} begins it, and {@link #awaited()} in the next state gives
 * its value or throws its failure, whether it had to wait or not.
 *
 * @param <T> what awaiting it gives
 */
public abstract class StateMachine<T extends @Nullable Object> extends Frame<T> {
    /** What the last await gave: {@link #SUSPENDED} while it waits, null behind the end. */
    private @Nullable Object value;

    /** For ejected classes. */
    protected StateMachine() {}

    /**
     * Runs from the current state to the end or the next suspension.
     *
     * @return what {@link #done(Object)} gives, or {@link #SUSPENDED}
     * @throws Throwable what it fails with
     */
    protected abstract @Nullable Object run() throws Throwable;

    @Override
    protected final @Nullable Object step(@Nullable Object received) {
        value = received;
        try {
            return run();
        } catch (Throwable failure) {
            throw Woven.sneaky(failure);
        }
    }

    @Override
    protected final String trace() {
        return Ejected.trace(this);
    }

    @Override
    final String method() {
        return Ejected.method(this);
    }

    @Override
    public String toString() {
        return "coroutine " + method();
    }

    /**
     * Begins to await.
     *
     * @param awaitable what to await; what it failed with at once is thrown
     * @return whether to wait: {@link #run} returns {@link #SUSPENDED} then
     */
    protected final boolean await(Awaitable<?> awaitable) {
        return (value = awaitable.awaitFrom(this)) == SUSPENDED;
    }

    /**
     * Begins to await a stage.
     *
     * @param stage what to await
     * @return whether to wait
     */
    protected final boolean await(CompletionStage<?> stage) {
        return (value = Woven.await(stage, this)) == SUSPENDED;
    }

    /**
     * Begins to await the coroutine or stage that the method returns in place of a value.
     *
     * @param returned what it returns
     * @return whether to wait
     */
    protected final boolean awaitReturned(@Nullable Object returned) {
        return (value = Ejected.returned(returned, this)) == SUSPENDED;
    }

    /**
     * Ends the last await.
     *
     * @param <V> the type of its value, which is not checked here
     * @return its value
     * @throws Throwable its failure, as it is
     */
    protected final <V extends @Nullable Object> V awaited() throws Throwable {
        return Ejected.typed(taken());
    }

    private @Nullable Object taken() {
        return outcome(value);
    }

    /**
     * Begins to await the next element of a loop over {@code each}.
     *
     * @param iterator the loop's iterator
     * @return whether to wait
     */
    protected final boolean next(AsyncIterator<?> iterator) {
        return (value = iterator.nextFrom(this)) == SUSPENDED;
    }

    /**
     * Whether {@link #next} met the end; if not, {@link #awaited()} gives the element.
     *
     * @return true behind the last element
     * @throws Throwable its failure, as it is
     */
    protected final boolean exhausted() throws Throwable {
        return outcome(value) == END;
    }

    /**
     * Begins to close a resource whose block is left.
     *
     * @param resource the resource; nothing happens if it is null
     * @param failure what leaves the block; null if it ended well
     * @return whether to wait
     * @throws Exception what the close throws
     */
    protected final boolean close(@Nullable AsyncCloseable resource, @Nullable Throwable failure)
            throws Exception {
        return (value = Ejected.close(resource, failure, this)) == SUSPENDED;
    }

    /**
     * Ends a {@link #close}.
     *
     * @throws Throwable what it lets leave the block
     */
    protected final void closed() throws Throwable {
        Woven.closed(taken());
    }

    /**
     * Ends a {@link #close} behind which there is nothing, as its block never ends well.
     *
     * @param failure what left the block
     * @return what to throw in its place
     */
    protected final Throwable closedBy(@Nullable Throwable failure) {
        return Ejected.leaving(taken(), failure);
    }

    /**
     * Closes a resource that need not wait.
     *
     * @param resource the resource; nothing happens if it is null
     * @param failure what leaves its block, and is thrown; null if it ended well
     * @throws Throwable the failure, or what the close throws
     */
    protected static void closeNow(@Nullable AutoCloseable resource, @Nullable Throwable failure)
            throws Throwable {
        Ejected.closeNow(resource, failure);
    }

    /**
     * Begins a loop over {@code each}.
     *
     * @param source what it runs over
     * @param <E> the type of the elements
     * @return its iterator
     */
    protected static <E extends @Nullable Object> AsyncIterator<E> iterate(
            AsyncIterable<E> source) {
        return Ejected.typed(Woven.iterate(source));
    }

    /**
     * Begins a loop over {@code each} of what is published.
     *
     * @param source what it runs over
     * @param <E> the type of the elements
     * @return its iterator
     */
    protected static <E> AsyncIterator<E> iterate(Flow.Publisher<E> source) {
        return Ejected.typed(Woven.iterate(source));
    }

    /**
     * Initialises a class where the method named it first: before the arguments of its constructor,
     * one of which is awaited.
     *
     * @param type the class
     */
    protected static void initialise(Class<?> type) {
        Ejected.initialise(type);
    }

    /**
     * Ends with a value.
     *
     * @param result the value
     * @return what {@link #run} returns
     */
    protected final @Nullable Object done(T result) {
        value = null;
        return result;
    }

    /**
     * Ends without a value.
     *
     * @return what {@link #run} returns
     */
    protected final @Nullable Object done() {
        value = null;
        return null;
    }

    /**
     * What a state machine throws whose {@code state} names no state.
     *
     * @return the exception
     */
    protected final IllegalStateException unknownState() {
        return Woven.badState(this);
    }

    /**
     * Calls a hot method: runs to the first suspension.
     *
     * @return the future that it returns
     */
    public final CompletableFuture<T> start() {
        return Woven.hot(this);
    }

    /** Calls an entry point: runs an event loop to the end. */
    public final void runToEnd() {
        Woven.run(this);
    }
}
