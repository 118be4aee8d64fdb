package dev.weft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The functions of Weft, meant for {@code import static dev.weft.Weft.*}.
 *
 * <pre>{@code
 * @Async
 * static Coroutine<String> greeting(String name) {
 *     await(sleep(Duration.ofSeconds(1)));
 *     return done("Hello, " + name);
 * }
 *
 * @Async
 * public static void main(String[] args) {
 *     var both = await(gather(greeting("Ada"), greeting("Grace")));
 *     System.out.println(both.first() + " " + both.second());
 * }
 * }</pre>
 *
 * <p>They are called on a loop's thread, where nothing else says so. Those that give a coroutine do
 * nothing until it is awaited or made a task. A null argument is a {@link NullPointerException}
 * where nothing else is said.
 */
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

    /**
     * Emits an element of the generator that this stands in, and suspends it until the next is
     * asked for. Python's {@code yield} in an asynchronous generator.
     *
     * @param element the element; the processor checks that it is one of the generator's type
     * @param <S> the type of what is sent
     * @return what {@link AsyncGenerator#send} passed in; null if the next element was asked for in
     *     another way
     */
    public static <S extends @Nullable Object> S emit(@Nullable Object element) {
        throw Unwoven.call("emit", CALLER.getCallerClass());
    }

    /**
     * What a generator returns at its end.
     *
     * @param <T> the type of the elements
     * @return a mark for the end; as a generator it has no elements
     */
    @SuppressWarnings("unchecked")
    public static <T extends @Nullable Object> AsyncGenerator<T> end() {
        return (AsyncGenerator<T>) GeneratorEnd.END;
    }

    /**
     * The elements of a source, each awaited: {@code for (var x : each(source))}. It stands in the
     * head of a for-each loop in an {@code @Async} body and nowhere else. The loop owns an
     * iterator: when it is left early, by a jump or a failure, the iterator is closed, which is
     * awaited. Python's {@code async for}.
     *
     * @param source what to run over
     * @param <T> the type of the elements
     * @return the elements
     */
    public static <T extends @Nullable Object> Iterable<T> each(AsyncIterable<? extends T> source) {
        throw Unwoven.call("each", CALLER.getCallerClass());
    }

    /**
     * The elements that are published, each awaited: as {@link #each(AsyncIterable)}.
     *
     * @param source what to run over; the subscription is cancelled if the loop is left early
     * @param <T> the type of the elements
     * @return the elements
     */
    public static <T extends @Nullable Object> Iterable<T> each(
            Flow.Publisher<? extends T> source) {
        throw Unwoven.call("each", CALLER.getCallerClass());
    }

    /**
     * An iterator that somebody else closes: a loop over {@code each} of this leaves it open when
     * it is left early, so that one can go on with it.
     *
     * @param iterator what to iterate, a generator for instance. If it is still open when the run
     *     ends, the loop closes it
     * @param <T> the type of the elements
     * @return what iterates it
     */
    public static <T extends @Nullable Object> AsyncIterable<T> borrow(AsyncIterator<T> iterator) {
        return new Borrowed<>(iterator);
    }

    /**
     * Makes a resource of a generator that emits exactly once, for a try-with-resources. Python's
     * {@code asynccontextmanager}.
     *
     * @param generator makes the resource, emits it, and gives it back when the block is left
     * @param <T> the type of what it emits
     * @return a coroutine that runs the generator to its {@code emit} and gives the resource; an
     *     {@link IllegalStateException} if it does not emit
     */
    public static <T extends @Nullable Object> Coroutine<AsyncResource<T>> asyncResource(
            AsyncGenerator<? extends T> generator) {
        return new AsyncResource.Entry<>(generator);
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
     * Makes a task of this thread's running loop; it starts in the loop's next iteration, unless
     * {@link EventLoop#setTaskFactory} says otherwise. Keep the task: its failure is reported as
     * unseen otherwise.
     *
     * @param coroutine what it runs
     * @param <T> the type of the result
     * @return the task
     * @throws IllegalStateException if no loop runs in this thread
     */
    public static <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine) {
        return createTask(coroutine, (String) null);
    }

    /**
     * Makes a task of this thread's running loop that starts when it is said here.
     *
     * @param coroutine what it runs
     * @param start when it starts, whatever the loop's setting is
     * @param <T> the type of the result
     * @return the task, which may be done already
     * @throws IllegalStateException if no loop runs in this thread
     */
    public static <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, TaskStart start) {
        EventLoop loop = Running.loopForNewWork();
        return loop.inThread()
                ? loop.createTask(coroutine, start)
                : loop.tasks.createThreadsafe(coroutine, null);
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
        EventLoop loop = Running.loopForNewWork();
        return loop.inThread()
                ? loop.createTask(coroutine, name)
                : loop.tasks.createThreadsafe(coroutine, name);
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
    public static <T extends @Nullable Object> Awaitable<T> awaitable(
            CompletionStage<? extends T> stage) {
        return new AwaitableStage<>(Objects.requireNonNull(stage, "stage"));
    }

    /**
     * Runs several beside each other and gives their results in the order in which they stand here.
     * Coroutines become tasks when this is awaited; one that is given twice runs once. The first
     * failure is thrown at once while the others go on, and what they fail with later is dropped.
     * Cancelling cancels all of them and waits for them.
     *
     * @param awaitables what to wait for
     * @param <T> the type of the results
     * @return a coroutine that gives the results, in a list that cannot be changed
     */
    public static <T extends @Nullable Object> Coroutine<List<T>> gather(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return new Gather<>(awaitables, false, Weft::unchangeable);
    }

    /**
     * As {@link #gather(Collection)}, and no failure is thrown: each outcome stands in its place.
     *
     * @param awaitables what to wait for
     * @param <T> the type of the results
     * @return a coroutine that gives the outcomes, in a list that cannot be changed
     */
    public static <T extends @Nullable Object> Coroutine<List<Outcome<T>>> gatherOutcomes(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return new Gather<>(awaitables, true, Weft::unchangeable);
    }

    @SuppressWarnings("unchecked")
    private static <T extends @Nullable Object> List<T> unchangeable(
            List<@Nullable Object> results) {
        return (List<T>) Collections.unmodifiableList(results);
    }

    /**
     * As {@link #gather(Collection)}, of two, each with its own type.
     *
     * @param a the first
     * @param b the second
     * @param <A> the type of its result
     * @param <B> the type of its result
     * @return a coroutine that gives the results
     */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, B extends @Nullable Object>
            Coroutine<Tuple2<A, B>> gather(Awaitable<? extends A> a, Awaitable<? extends B> b) {
        return new Gather<>(
                List.of(a, b), false, all -> new Tuple2<>((A) all.get(0), (B) all.get(1)));
    }

    /**
     * As {@link #gather(Collection)}, of three, each with its own type.
     *
     * @param a the first
     * @param b the second
     * @param c the third
     * @param <A> the type of its result
     * @param <B> the type of its result
     * @param <C> the type of its result
     * @return a coroutine that gives the results
     */
    @SuppressWarnings("unchecked")
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object>
            Coroutine<Tuple3<A, B, C>> gather(
                    Awaitable<? extends A> a, Awaitable<? extends B> b, Awaitable<? extends C> c) {
        return new Gather<>(
                List.of(a, b, c),
                false,
                all -> new Tuple3<>((A) all.get(0), (B) all.get(1), (C) all.get(2)));
    }

    /**
     * As {@link #gather(Collection)}, of four, each with its own type.
     *
     * @param a the first
     * @param b the second
     * @param c the third
     * @param d the fourth
     * @param <A> the type of its result
     * @param <B> the type of its result
     * @param <C> the type of its result
     * @param <D> the type of its result
     * @return a coroutine that gives the results
     */
    @SuppressWarnings("unchecked")
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object>
            Coroutine<Tuple4<A, B, C, D>> gather(
                    Awaitable<? extends A> a,
                    Awaitable<? extends B> b,
                    Awaitable<? extends C> c,
                    Awaitable<? extends D> d) {
        return new Gather<>(
                List.of(a, b, c, d),
                false,
                all ->
                        new Tuple4<>(
                                (A) all.get(0), (B) all.get(1), (C) all.get(2), (D) all.get(3)));
    }

    /**
     * As {@link #gather(Collection)}, of five, each with its own type.
     *
     * @param a the first
     * @param b the second
     * @param c the third
     * @param d the fourth
     * @param e the fifth
     * @param <A> the type of its result
     * @param <B> the type of its result
     * @param <C> the type of its result
     * @param <D> the type of its result
     * @param <E> the type of its result
     * @return a coroutine that gives the results
     */
    @SuppressWarnings("unchecked")
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object>
            Coroutine<Tuple5<A, B, C, D, E>> gather(
                    Awaitable<? extends A> a,
                    Awaitable<? extends B> b,
                    Awaitable<? extends C> c,
                    Awaitable<? extends D> d,
                    Awaitable<? extends E> e) {
        return new Gather<>(
                List.of(a, b, c, d, e),
                false,
                all ->
                        new Tuple5<>(
                                (A) all.get(0),
                                (B) all.get(1),
                                (C) all.get(2),
                                (D) all.get(3),
                                (E) all.get(4)));
    }

    /**
     * The tasks in the order in which they end, for {@code each}. Coroutines become tasks when the
     * first is asked for, promises are awaited by one; one that is given twice comes once. Leaving
     * early leaves the tasks alone, and iterating again goes on behind those that came already.
     * asyncio's {@code as_completed}.
     *
     * @param awaitables what to wait for
     * @param <T> the type of the results
     * @return the tasks, each of which is done: {@link Task#result()} gives its result or throws
     *     its failure
     */
    public static <T extends @Nullable Object> AsyncIterable<Task<T>> asCompleted(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return asCompleted(awaitables, null);
    }

    /**
     * As {@link #asCompleted(Collection)}, for no longer than a time, which begins when the first
     * is asked for. When it is over, asking for one that has not ended throws an {@link
     * AsyncTimeoutException}; none is cancelled.
     *
     * @param awaitables what to wait for
     * @param timeout the time; null for no limit
     * @param <T> the type of the results
     * @return the tasks, each of which is done
     */
    public static <T extends @Nullable Object> AsyncIterable<Task<T>> asCompleted(
            Collection<? extends Awaitable<? extends T>> awaitables, @Nullable Duration timeout) {
        return new AsCompleted<>(awaitables, timeout);
    }

    /**
     * Calls an async function with each of several inputs, runs all of it beside each other, and
     * gives the results in the order of the inputs: as {@link #gather(Collection)} of the calls.
     *
     * @param inputs what to call it with
     * @param function what to call
     * @param <I> the type of the inputs
     * @param <R> the type of the results
     * @return a coroutine that gives the results, in a list that cannot be changed
     */
    public static <I extends @Nullable Object, R extends @Nullable Object>
            Coroutine<List<R>> gather(
                    Collection<? extends I> inputs, AsyncFunction<? super I, R> function) {
        List<Coroutine<R>> calls = new ArrayList<>(inputs.size());
        for (I input : inputs) {
            calls.add(async(() -> function.apply(input)));
        }
        return gather(calls);
    }

    /**
     * Waits until all tasks are done, in whichever way, and throws nothing of theirs. As {@link
     * #waitTasks(Collection, ReturnWhen, Duration)}.
     *
     * @param tasks tasks and promises
     * @param <E> their type
     * @return a coroutine that gives those that are done, and nothing pending
     */
    public static <E extends Awaitable<?>> Coroutine<WaitResult<E>> waitTasks(
            Collection<? extends E> tasks) {
        return waitTasks(tasks, ReturnWhen.ALL_COMPLETED, null);
    }

    /**
     * Waits for some of several tasks. As {@link #waitTasks(Collection, ReturnWhen, Duration)}.
     *
     * @param tasks tasks and promises
     * @param when when it returns
     * @param <E> their type
     * @return a coroutine that gives those that are done and those that are not
     */
    public static <E extends Awaitable<?>> Coroutine<WaitResult<E>> waitTasks(
            Collection<? extends E> tasks, ReturnWhen when) {
        return waitTasks(tasks, when, null);
    }

    /**
     * Waits for some of several tasks, for no longer than a time. What they fail with is not thrown
     * but theirs to ask for; none is cancelled, neither when the time is over nor when the awaiter
     * is cancelled. More may be done than was waited for. asyncio's {@code wait}.
     *
     * @param tasks tasks and promises of this loop, not coroutines; one that is given twice counts
     *     once
     * @param when when it returns
     * @param timeout the time after which it returns in any case; null for no limit
     * @param <E> their type
     * @return a coroutine that gives those that are done and those that are not
     * @throws IllegalArgumentException if there is none, or one is neither task nor promise
     */
    public static <E extends Awaitable<?>> Coroutine<WaitResult<E>> waitTasks(
            Collection<? extends E> tasks, ReturnWhen when, @Nullable Duration timeout) {
        return new WaitTasks<>(tasks, when, timeout);
    }

    /**
     * Runs several beside each other and gives the result of the one that ends first, or throws its
     * failure. The others are cancelled and waited for. Coroutines become tasks when this is
     * awaited. Cancelling cancels all of them and waits for them.
     *
     * @param awaitables what to run
     * @param <T> the type of the result
     * @return a coroutine that gives the result
     * @throws IllegalArgumentException if there is none
     */
    public static <T extends @Nullable Object> Coroutine<T> race(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return new Race<>(awaitables, false);
    }

    /**
     * As {@link #race(Collection)}, of two.
     *
     * @param a the first
     * @param b the second
     * @param <T> the type of the result
     * @return a coroutine that gives the result
     */
    public static <T extends @Nullable Object> Coroutine<T> race(
            Awaitable<? extends T> a, Awaitable<? extends T> b) {
        return race(List.of(a, b));
    }

    /**
     * Runs several beside each other and gives the first result. Failures do not count while others
     * run. The others are cancelled and waited for. Coroutines become tasks when this is awaited.
     * Cancelling cancels all of them and waits for them. JavaScript's {@code Promise.any}.
     *
     * @param awaitables what to run
     * @param <T> the type of the result
     * @return a coroutine that gives the result; if all fail it throws an {@link ExceptionGroup} of
     *     the failures, in the order in which they came
     * @throws IllegalArgumentException if there is none
     */
    public static <T extends @Nullable Object> Coroutine<T> any(
            Collection<? extends Awaitable<? extends T>> awaitables) {
        return new Race<>(awaitables, true);
    }

    /**
     * As {@link #any(Collection)}, of two.
     *
     * @param a the first
     * @param b the second
     * @param <T> the type of the result
     * @return a coroutine that gives the result
     */
    public static <T extends @Nullable Object> Coroutine<T> any(
            Awaitable<? extends T> a, Awaitable<? extends T> b) {
        return any(List.of(a, b));
    }

    /**
     * Awaits for no longer than a time, in the same task. When the time is over, what is awaited is
     * cancelled and waited for; if it ends cancelled, this throws an {@link AsyncTimeoutException},
     * otherwise it gives what that gave. With no time left a coroutine is never started.
     *
     * @param awaitable what to wait for
     * @param timeout the time; null for no limit
     * @param <T> the type of the result
     * @return a coroutine that gives the result
     */
    public static <T extends @Nullable Object> Coroutine<T> waitFor(
            Awaitable<? extends T> awaitable, @Nullable Duration timeout) {
        return new WaitFor<>(Objects.requireNonNull(awaitable, "awaitable"), timeout);
    }

    /**
     * As {@link #waitFor(Awaitable, Duration)}, of a stage.
     *
     * @param stage what to wait for
     * @param timeout the time; null for no limit
     * @param <T> the type of the result
     * @return a coroutine that gives the result
     */
    public static <T extends @Nullable Object> Coroutine<T> waitFor(
            CompletionStage<? extends T> stage, @Nullable Duration timeout) {
        return new WaitFor<>(awaitable(stage), timeout);
    }

    /**
     * Opens a block with a time limit in the task that runs now: {@code try (var limit =
     * timeout(ofSeconds(5))) { ... }}.
     *
     * @param time how long the block may take; null for no limit
     * @return the block, to be closed
     * @throws IllegalStateException if no task runs in this thread
     */
    public static Timeout timeout(@Nullable Duration time) {
        return Timeout.after(time, false);
    }

    /**
     * As {@link #timeout}, until a moment.
     *
     * @param when the moment, as {@link EventLoop#time()} counts; null for no limit
     * @return the block, to be closed
     * @throws IllegalStateException if no task runs in this thread
     */
    public static Timeout timeoutAt(@Nullable Duration when) {
        return Timeout.at(when, false);
    }

    /**
     * As {@link #timeout}, but when the time is over the block is left without an exception, and
     * {@link Timeout#cutShort()} tells. trio's {@code move_on_after}.
     *
     * @param time how long the block may take; null for no limit
     * @return the block, to be closed
     * @throws IllegalStateException if no task runs in this thread
     */
    public static Timeout moveOnAfter(@Nullable Duration time) {
        return Timeout.after(time, true);
    }

    /**
     * As {@link #moveOnAfter}, until a moment.
     *
     * @param when the moment, as {@link EventLoop#time()} counts; null for no limit
     * @return the block, to be closed
     * @throws IllegalStateException if no task runs in this thread
     */
    public static Timeout moveOnAt(@Nullable Duration when) {
        return Timeout.at(when, true);
    }

    /**
     * Opens a block in the task that runs now that a cancel from outside does not interrupt: for
     * clean-up that has to wait.
     *
     * @return the block, to be closed
     * @throws IllegalStateException if no task runs in this thread
     */
    public static Shielded shielded() {
        return new Shielded(null);
    }

    /**
     * As {@link #shielded()}, for no longer than a time: then the block is cancelled, and left
     * without an exception.
     *
     * @param time how long the block may take
     * @return the block, to be closed
     * @throws IllegalStateException if no task runs in this thread
     */
    public static Shielded shielded(Duration time) {
        return new Shielded(Objects.requireNonNull(time, "time"));
    }

    /**
     * Awaits something that goes on when the awaiter is cancelled. A coroutine becomes a task when
     * this is awaited. If it fails when nobody awaits it any more, the loop's exception handler is
     * told.
     *
     * @param awaitable what to wait for
     * @param <T> the type of the result
     * @return a coroutine that gives the result
     */
    public static <T extends @Nullable Object> Coroutine<T> shield(
            Awaitable<? extends T> awaitable) {
        return new Shield<>(Objects.requireNonNull(awaitable, "awaitable"));
    }

    /**
     * As {@link #shield(Awaitable)}, of a stage, which is then not cancelled with the awaiter.
     *
     * @param stage what to wait for
     * @param <T> the type of the result
     * @return a coroutine that gives the result
     */
    public static <T extends @Nullable Object> Coroutine<T> shield(
            CompletionStage<? extends T> stage) {
        return new Shield<>(awaitable(stage));
    }

    /**
     * Runs something that blocks in another thread of the loop's default executor: a virtual one
     * where the JDK has them, one of a bounded pool otherwise. Cancelling interrupts the thread and
     * waits for it to end; what it returns in spite of that is the result, and the cancel is
     * delivered at the next suspension. asyncio's {@code to_thread}.
     *
     * @param work what to do
     * @param <T> the type of the result
     * @return a coroutine that gives the result
     */
    public static <T extends @Nullable Object> Coroutine<T> toThread(Callable<? extends T> work) {
        return new ThreadCall<>(Objects.requireNonNull(work, "work"), EventLoop::defaultExecutor);
    }

    /**
     * As {@link #toThread}, of something that may be left behind: cancelling interrupts the thread
     * and does not wait for it, and neither does the loop when it closes. What it gives then is
     * dropped; a failure that does not come of the interrupt goes to the loop's exception handler.
     * The thread is none of the default executor's.
     *
     * @param work what to do; after a cancel it runs on, in a thread that does not keep the JVM
     *     from ending
     * @param <T> the type of the result
     * @return a coroutine that gives the result
     */
    public static <T extends @Nullable Object> Coroutine<T> toThreadAbandonable(
            Callable<? extends T> work) {
        return ThreadCall.abandonable(Objects.requireNonNull(work, "work"));
    }

    /**
     * As {@link #toThread}, of something that computes rather than blocks: in one of as many
     * platform threads as there are processors, which all loops share. Cancelling interrupts the
     * thread, which work that runs for long asks with {@link Thread#interrupted()}, and waits for
     * it to end. What asyncio's users give to a {@code ProcessPoolExecutor}.
     *
     * @param work what to do; something that blocks there keeps others from computing
     * @param <T> the type of the result
     * @return a coroutine that gives the result
     */
    public static <T extends @Nullable Object> Coroutine<T> toCpu(Callable<? extends T> work) {
        return new ThreadCall<>(Objects.requireNonNull(work, "work"), loop -> Workers.cpu());
    }

    /**
     * The version of Weft that runs.
     *
     * @return the version, such as {@code 1.2.3}
     */
    public static String version() {
        return Version.READ;
    }

    /**
     * Waits for the first of several things to happen, and does what its clause says; the others
     * have not happened: no item was taken, nothing was sent, no lock acquired. Of those that can
     * happen at once the one that stands first does, without suspending; otherwise the first that
     * comes. A task that loses is not cancelled. Cancelling leaves nothing behind: none has
     * happened.
     *
     * <pre>{@code
     * String news =
     *         await(select(
     *                 when(orders.receive(), order -> "got " + order),
     *                 when(results.send(total), () -> "sent " + total),
     *                 when(worker, result -> "worker gave " + result),
     *                 after(ofSeconds(1), () -> "nothing happened")));
     * }</pre>
     *
     * @param clauses what to wait for, in the order in which it is looked at
     * @param <R> the type of the result
     * @return a coroutine that gives what the clause of that which happened gives; if that failed,
     *     or its clause's function did, it fails with that
     * @throws IllegalArgumentException if there are no clauses
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are copied
    public static <R extends @Nullable Object> Coroutine<R> select(
            SelectClause<? extends R>... clauses) {
        return new Select<>(List.of(clauses));
    }

    /**
     * As {@link #select(SelectClause...)}, of any number.
     *
     * @param clauses what to wait for, in the order in which it is looked at
     * @param <R> the type of the result
     * @return as there
     * @throws IllegalArgumentException if there are no clauses
     */
    public static <R extends @Nullable Object> Coroutine<R> select(
            Collection<? extends SelectClause<? extends R>> clauses) {
        return new Select<>(List.copyOf(clauses));
    }

    /**
     * A clause of {@code select} that gives what it waits for as it is.
     *
     * @param source as in {@link #when(Awaitable, Function)}
     * @param <T> the type of what it gives
     * @return the clause
     * @throws IllegalArgumentException as there
     */
    public static <T extends @Nullable Object> SelectClause<T> when(Awaitable<? extends T> source) {
        return SelectClause.<T, T>of(source, Weft::done);
    }

    /**
     * A clause of {@code select}: what to wait for, and what to do with it.
     *
     * @param source a task or promise, a {@code sleep}, or what an operation of a channel, queue,
     *     lock, semaphore, limiter, event or barrier gives, which is used up by this
     * @param handler is given what it led to, if it is the one that happens
     * @param <T> the type of what it waits for
     * @param <R> the type of what the function gives
     * @return the clause
     * @throws IllegalArgumentException if what it has begun could not be undone, as any other
     *     coroutine's: make that a task
     */
    public static <T extends @Nullable Object, R extends @Nullable Object> SelectClause<R> when(
            Awaitable<? extends T> source, Function<? super T, ? extends R> handler) {
        Objects.requireNonNull(handler, "handler");
        return SelectClause.<T, R>of(source, value -> done(handler.apply(value)));
    }

    /**
     * As {@link #when(Awaitable, Function)}, for what leads to nothing, such as a {@code send}.
     *
     * @param source as there
     * @param handler what to do if it is the one that happens
     * @param <R> the type of what the function gives
     * @return the clause
     * @throws IllegalArgumentException as there
     */
    public static <R extends @Nullable Object> SelectClause<R> when(
            Awaitable<?> source, Supplier<? extends R> handler) {
        Objects.requireNonNull(handler, "handler");
        return SelectClause.<Object, R>of(source, value -> done(handler.get()));
    }

    /**
     * As {@link #when(Awaitable, Function)}, with a function that may await.
     *
     * @param source as there
     * @param handler is given what it led to, if it is the one that happens
     * @param <T> the type of what it waits for
     * @param <R> the type of what the function gives
     * @return the clause
     * @throws IllegalArgumentException as there
     */
    public static <T extends @Nullable Object, R extends @Nullable Object>
            SelectClause<R> whenAsync(
                    Awaitable<? extends T> source, AsyncFunction<? super T, ? extends R> handler) {
        return SelectClause.<T, R>of(source, handler);
    }

    /**
     * A clause of {@code select} for when nothing else has happened for a time.
     *
     * @param duration the time; zero or less if nothing is to be waited for, as a last clause
     * @param handler what to do then
     * @param <R> the type of what the function gives
     * @return the clause
     */
    public static <R extends @Nullable Object> SelectClause<R> after(
            Duration duration, Supplier<? extends R> handler) {
        return when(sleep(duration), handler);
    }
}
