package dev.weft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code for (var x : each(source))} runs over: an iterable whose elements may have to be
 * waited for. asyncio's asynchronous iterable.
 *
 * <pre>{@code
 * List<String> titles =
 *         await(pages(first).filter(Page::isPublic).mapAsync(page -> title(page)).toList());
 * }</pre>
 *
 * <p>The operators are where Python has asynchronous comprehensions. Each gives an iterable and
 * runs nothing; every iteration of that begins one of this iterable. An element is asked for when
 * one is asked for from there, in the same task, so no source runs ahead of who iterates, but for
 * those that say so. An iteration that is left early, or whose function fails, closes the
 * iterations that it stands on before it ends, and so does one that is cancelled. The functions run
 * in the loop's thread; those of the operators named {@code …Async} may await. An iterator serves
 * one who iterates at a time.
 *
 * @param <T> the type of the elements
 */
@FunctionalInterface
public interface AsyncIterable<T extends @Nullable Object> {
    /**
     * Begins an iteration. Python's {@code __aiter__}.
     *
     * @return an iterator, for one who iterates; nothing runs until it is asked for an element
     */
    AsyncIterator<T> iterator();

    /**
     * An iterable over elements that are there already.
     *
     * @param elements the elements
     * @param <T> their type
     * @return an iterable
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // they are copied
    static <T extends @Nullable Object> AsyncIterable<T> of(T... elements) {
        return fromIterable(new ArrayList<>(Arrays.asList(elements)));
    }

    /**
     * An iterable over the elements of an iterable.
     *
     * @param elements the elements; each iteration asks it for an iterator
     * @param <T> their type
     * @return an iterable
     */
    static <T extends @Nullable Object> AsyncIterable<T> fromIterable(
            Iterable<? extends T> elements) {
        Objects.requireNonNull(elements, "elements");
        return () -> new Elements<>(elements.iterator());
    }

    /**
     * An iterable over whole numbers that follow each other.
     *
     * @param from the first
     * @param to where to stop: the number that would follow the last
     * @return an iterable, without elements if {@code from} is not less than {@code to}
     */
    static AsyncIterable<Integer> range(int from, int to) {
        return () -> new Elements<>(IntStream.range(from, to).iterator());
    }

    /**
     * An iterable of which each iteration runs a new generator.
     *
     * @param producer makes the generators, a lambda that emits for instance
     * @param <T> the type of the elements
     * @return an iterable
     */
    static <T extends @Nullable Object> AsyncIterable<T> generate(AsyncProducer<T> producer) {
        Objects.requireNonNull(producer, "producer");
        return () -> {
            try {
                return Objects.requireNonNull(producer.generate(), "an AsyncProducer gave null");
            } catch (Exception failure) {
                throw Sneaky.rethrow(failure);
            }
        };
    }

    /**
     * The elements that are published. They are asked for one at a time.
     *
     * @param publisher who publishes them
     * @param <T> the type of the elements
     * @return an iterable; each iteration subscribes anew, when it is asked for its first element,
     *     and cancels its subscription when it is left early
     */
    static <T extends @Nullable Object> AsyncIterable<T> fromPublisher(
            Flow.Publisher<? extends T> publisher) {
        Objects.requireNonNull(publisher, "publisher");
        return () -> new PublishedElements<>(publisher);
    }

    /**
     * The elements of several iterables as they come. Each is iterated by a task of its own, which
     * has one element ready at most. The first failure ends the others, as does leaving early: they
     * are cancelled, closed, and waited for.
     *
     * @param sources the iterables
     * @param <T> the type of the elements
     * @return an iterable
     */
    static <T extends @Nullable Object> AsyncIterable<T> merge(
            Collection<? extends AsyncIterable<? extends T>> sources) {
        List<AsyncIterable<? extends T>> all = List.copyOf(sources);
        return () -> {
            List<AsyncIterator<? extends T>> iterators = new ArrayList<>(all.size());
            all.forEach(source -> iterators.add(source.iterator()));
            return new Merge<>(iterators, 1);
        };
    }

    /**
     * What a function makes of each element.
     *
     * @param function is given each element
     * @param <R> the type of what it gives
     * @return an iterable
     */
    default <R extends @Nullable Object> AsyncIterable<R> map(
            Function<? super T, ? extends R> function) {
        return new Piped<>(this, new Stage.Map<>(Objects.requireNonNull(function, "function")));
    }

    /**
     * As {@link #map}, with a function that may await.
     *
     * @param function is given each element
     * @param <R> the type of what it gives
     * @return an iterable
     */
    default <R extends @Nullable Object> AsyncIterable<R> mapAsync(
            AsyncFunction<? super T, ? extends R> function) {
        return new Piped<>(this, new Stage.MapAsync<T>(Question.ofAsync(function)));
    }

    /**
     * The elements that satisfy a condition.
     *
     * @param condition is given each element
     * @return an iterable
     */
    default AsyncIterable<T> filter(Predicate<? super T> condition) {
        Objects.requireNonNull(condition, "condition");
        return new Piped<>(this, new Stage.Filter<>(condition, Stage.SKIP));
    }

    /**
     * As {@link #filter}, with a condition that may await.
     *
     * @param condition is given each element
     * @return an iterable
     */
    default AsyncIterable<T> filterAsync(AsyncFunction<? super T, Boolean> condition) {
        return new Piped<>(this, new Stage.FilterAsync<T>(Question.ofAsync(condition), Stage.SKIP));
    }

    /**
     * The elements of the iterables that a function makes of each element, one iterable after the
     * other.
     *
     * @param function is given each element
     * @param <R> the type of the elements of what it gives
     * @return an iterable
     */
    default <R extends @Nullable Object> AsyncIterable<R> flatMap(
            Function<? super T, ? extends AsyncIterable<? extends R>> function) {
        Question<T> question = Question.of(function);
        return () -> new FlatMap<>(iterator(), question);
    }

    /**
     * As {@link #flatMap}, with a function that may await.
     *
     * @param function is given each element
     * @param <R> the type of the elements of what it gives
     * @return an iterable
     */
    default <R extends @Nullable Object> AsyncIterable<R> flatMapAsync(
            AsyncFunction<? super T, ? extends AsyncIterable<? extends R>> function) {
        Question<T> question = Question.ofAsync(function);
        return () -> new FlatMap<>(iterator(), question);
    }

    /**
     * The first elements. When there were so many, the iteration of this iterable is closed instead
     * of being asked for another.
     *
     * @param count how many at most
     * @return an iterable
     * @throws IllegalArgumentException if {@code count} is negative
     */
    default AsyncIterable<T> take(long count) {
        Counts.requireNotNegative(count);
        return new Piped<>(this, new Stage.Take<>(count));
    }

    /**
     * The elements before the first that does not satisfy a condition. When that comes, the
     * iteration of this iterable is closed.
     *
     * @param condition is given each element
     * @return an iterable
     */
    default AsyncIterable<T> takeWhile(Predicate<? super T> condition) {
        Objects.requireNonNull(condition, "condition");
        return new Piped<>(this, new Stage.Filter<>(condition, Pull.STOP));
    }

    /**
     * As {@link #takeWhile}, with a condition that may await.
     *
     * @param condition is given each element
     * @return an iterable
     */
    default AsyncIterable<T> takeWhileAsync(AsyncFunction<? super T, Boolean> condition) {
        return new Piped<>(this, new Stage.FilterAsync<T>(Question.ofAsync(condition), Pull.STOP));
    }

    /**
     * The elements behind the first ones.
     *
     * @param count how many to leave out
     * @return an iterable
     * @throws IllegalArgumentException if {@code count} is negative
     */
    default AsyncIterable<T> skip(long count) {
        Counts.requireNotNegative(count);
        return new Piped<>(this, new Stage.Skip<>(count));
    }

    /**
     * Pairs of an element of this and one of another iterable, as long as both have one. The
     * iteration of the longer one is closed; this iterable is asked first.
     *
     * @param other the other iterable
     * @param <U> the type of its elements
     * @return an iterable
     */
    default <U extends @Nullable Object> AsyncIterable<Tuple2<T, U>> zip(
            AsyncIterable<? extends U> other) {
        return zip(other, Tuple2::new);
    }

    /**
     * As {@link #zip(AsyncIterable)}, with what a function makes of each pair.
     *
     * @param other the other iterable
     * @param combine is given an element of each
     * @param <U> the type of the other one's elements
     * @param <R> the type of what the function gives
     * @return an iterable
     */
    default <U extends @Nullable Object, R extends @Nullable Object> AsyncIterable<R> zip(
            AsyncIterable<? extends U> other,
            BiFunction<? super T, ? super U, ? extends R> combine) {
        Objects.requireNonNull(other, "other");
        Objects.requireNonNull(combine, "combine");
        return () -> new Zip<T, U, R>(iterator(), other.iterator(), combine);
    }

    /**
     * The elements of this and of another iterable as they come; see {@link #merge(Collection)}.
     *
     * @param other the other iterable
     * @return an iterable
     */
    default AsyncIterable<T> merge(AsyncIterable<? extends T> other) {
        return merge(List.of(this, other));
    }

    /**
     * The same elements, and this iterable runs ahead of who iterates, in a task of its own. A
     * failure comes behind the elements before it. Leaving early cancels the task, which closes its
     * iteration, and waits for it.
     *
     * @param capacity how many elements may be ready
     * @return an iterable
     * @throws IllegalArgumentException if {@code capacity} is less than one
     */
    default AsyncIterable<T> buffer(int capacity) {
        Counts.requirePositive(capacity);
        return () -> new Merge<>(List.of(iterator()), capacity);
    }

    /**
     * What a function gives for each element, in the order of the elements, with several calls of
     * the function under way at a time, each in a task of its own. When one fails, no further
     * element is asked for; the failure comes in its turn, and cancels the calls behind it. Leaving
     * early cancels all of them. In either case they are waited for.
     *
     * @param limit how many elements may be under way, or ready but not asked for
     * @param function is given each element
     * @param <R> the type of what it gives
     * @return an iterable
     * @throws IllegalArgumentException if {@code limit} is less than one
     */
    default <R extends @Nullable Object> AsyncIterable<R> mapConcurrent(
            int limit, AsyncFunction<? super T, ? extends R> function) {
        Counts.requirePositive(limit);
        Question<T> question = Question.ofAsync(function);
        return () -> new MapConcurrent<>(iterator(), question, limit, true);
    }

    /**
     * As {@link #mapConcurrent}, in the order in which the calls end; a failure comes in that order
     * too.
     *
     * @param limit how many elements may be under way, or ready but not asked for
     * @param function is given each element
     * @param <R> the type of what it gives
     * @return an iterable
     * @throws IllegalArgumentException if {@code limit} is less than one
     */
    default <R extends @Nullable Object> AsyncIterable<R> mapConcurrentUnordered(
            int limit, AsyncFunction<? super T, ? extends R> function) {
        Counts.requirePositive(limit);
        Question<T> question = Question.ofAsync(function);
        return () -> new MapConcurrent<>(iterator(), question, limit, false);
    }

    /**
     * The elements as a publisher, on the loop that runs in this thread: as {@link
     * #asPublisher(EventLoop)}.
     *
     * @return a publisher
     * @throws IllegalStateException if no loop runs in this thread
     */
    default Flow.Publisher<T> asPublisher() {
        return asPublisher(Running.loopForNewWork());
    }

    /**
     * The elements as a publisher. Each subscription, which may come from any thread, iterates in a
     * task of its own on the loop and gives its signals in the loop's thread. An element is asked
     * for when one is requested; cancelling ends the iteration and closes it. A null element is a
     * failure. If the task is cancelled, by the end of the run for instance, the subscriber gets a
     * {@link java.util.concurrent.CancellationException}; what a subscriber throws goes to the
     * loop's exception handler, and its subscription is cancelled.
     *
     * @param loop where it runs
     * @return a publisher
     */
    default Flow.Publisher<T> asPublisher(EventLoop loop) {
        return new IterablePublisher<>(this, loop);
    }

    /**
     * Collects the elements, as a stream does.
     *
     * @param collector what to do with them
     * @param <A> the type of what it collects into
     * @param <R> the type of the result
     * @return a coroutine that iterates to the end and gives the result
     */
    default <A extends @Nullable Object, R extends @Nullable Object> Coroutine<R> collect(
            Collector<? super T, A, ? extends R> collector) {
        return Folds.collect(this, collector);
    }

    /**
     * Collects the elements into a list.
     *
     * @return a coroutine that iterates to the end and gives a new list, which can be changed
     */
    default Coroutine<List<T>> toList() {
        return collect(Collectors.toList());
    }

    /**
     * Combines the elements into one.
     *
     * @param combine is given what came of the elements before, the first of them at first, and the
     *     next element
     * @return a coroutine that iterates to the end and gives the result, which must not be null;
     *     nothing if there were no elements
     */
    default Coroutine<Optional<T>> reduce(BinaryOperator<T> combine) {
        return Folds.reduce(this, combine);
    }

    /**
     * Combines the elements with a value.
     *
     * @param initial what no elements come to
     * @param combine is given what came of the elements before, and the next element
     * @param <R> the type of the result
     * @return a coroutine that iterates to the end and gives the result
     */
    default <R extends @Nullable Object> Coroutine<R> reduce(
            R initial, BiFunction<? super R, ? super T, ? extends R> combine) {
        return Folds.reduce(this, initial, combine);
    }

    /**
     * As {@link #reduce(Object, BiFunction)}, with a function that may await.
     *
     * @param initial what no elements come to
     * @param combine is given what came of the elements before, and the next element
     * @param <R> the type of the result
     * @return a coroutine that iterates to the end and gives the result
     */
    default <R extends @Nullable Object> Coroutine<R> reduceAsync(
            R initial, AsyncBiFunction<? super R, ? super T, ? extends R> combine) {
        return Folds.reduceAsync(this, initial, combine);
    }

    /**
     * Does something with each element.
     *
     * @param action is given each element
     * @return a coroutine that iterates to the end
     */
    default Coroutine<@Nullable Void> forEach(Consumer<? super T> action) {
        return Folds.forEach(this, action);
    }

    /**
     * As {@link #forEach}, with an action that may await: the next element is asked for when it has
     * ended.
     *
     * @param action is given each element
     * @return a coroutine that iterates to the end
     */
    default Coroutine<@Nullable Void> forEachAsync(AsyncConsumer<? super T> action) {
        return Folds.forEachAsync(this, action);
    }
}
