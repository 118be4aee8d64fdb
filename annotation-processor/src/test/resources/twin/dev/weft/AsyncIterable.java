package dev.weft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

@FunctionalInterface
public interface AsyncIterable<T> {
    AsyncIterator<T> iterator();

    @SafeVarargs
    static <T> AsyncIterable<T> of(T... elements) {
        return () -> Pull.of(elements);
    }

    static <T> AsyncIterable<T> generate(AsyncProducer<T> producer) {
        return () -> {
            try {
                return producer.generate();
            } catch (Exception failure) {
                throw Weft.sneak(failure);
            }
        };
    }

    default <R> AsyncIterable<R> map(Function<? super T, ? extends R> function) {
        return () -> Pull.each(iterator(), function::apply);
    }

    default <R> AsyncIterable<R> mapAsync(AsyncFunction<? super T, ? extends R> function) {
        return () -> Pull.each(iterator(), element -> Weft.await(function.apply(element)));
    }

    default AsyncIterable<T> filter(Predicate<? super T> condition) {
        return () -> Pull.each(iterator(), e -> condition.test(e) ? e : Pull.SKIP);
    }

    default AsyncIterable<T> filterAsync(AsyncFunction<? super T, Boolean> condition) {
        return () -> Pull.each(iterator(), e -> Weft.await(condition.apply(e)) ? e : Pull.SKIP);
    }

    default AsyncIterable<T> takeWhile(Predicate<? super T> condition) {
        return () -> Pull.each(iterator(), e -> condition.test(e) ? e : Pull.STOP);
    }

    default AsyncIterable<T> takeWhileAsync(AsyncFunction<? super T, Boolean> condition) {
        return () -> Pull.each(iterator(), e -> Weft.await(condition.apply(e)) ? e : Pull.STOP);
    }

    default AsyncIterable<T> take(long count) {
        return () -> Pull.take(iterator(), count);
    }

    default AsyncIterable<T> skip(long count) {
        return () -> {
            long[] left = {count};
            return Pull.each(iterator(), e -> left[0]-- > 0 ? Pull.SKIP : e);
        };
    }

    default <R> AsyncIterable<R> flatMap(
            Function<? super T, ? extends AsyncIterable<? extends R>> function) {
        return () -> Pull.flat(iterator(), function::apply);
    }

    default <R> AsyncIterable<R> flatMapAsync(
            AsyncFunction<? super T, ? extends AsyncIterable<? extends R>> function) {
        return () -> Pull.flat(iterator(), element -> Weft.await(function.apply(element)));
    }

    default <U, R> AsyncIterable<R> zip(
            AsyncIterable<? extends U> other,
            BiFunction<? super T, ? super U, ? extends R> combine) {
        return () -> Pull.<T, U, R>zip(iterator(), Pull.each(other.iterator(), e -> e), combine::apply);
    }

    private void run(Pull.Step<T> step) {
        Loop<T> loop = Loop.over(this);
        try {
            for (T element : loop) step.of(element);
        } catch (Throwable failure) {
            loop.leave(failure);
            throw Weft.sneak(failure);
        }
    }

    default Coroutine<List<T>> toList() {
        List<T> all = new ArrayList<>();
        run(all::add);
        return Weft.done(all);
    }

    default <R> Coroutine<R> reduce(R initial, BiFunction<? super R, ? super T, ? extends R> combine) {
        Object[] sum = {initial};
        run(element -> sum[0] = combine.apply(unchecked(sum[0]), element));
        return Weft.done(unchecked(sum[0]));
    }

    default <R> Coroutine<R> reduceAsync(
            R initial, AsyncBiFunction<? super R, ? super T, ? extends R> combine) {
        Object[] sum = {initial};
        run(element -> sum[0] = Weft.await(combine.apply(unchecked(sum[0]), element)));
        return Weft.done(unchecked(sum[0]));
    }

    default Coroutine<Void> forEach(Consumer<? super T> action) {
        run(
                element -> {
                    action.accept(element);
                    return null;
                });
        return Weft.done();
    }

    default Coroutine<Void> forEachAsync(AsyncConsumer<? super T> action) {
        run(element -> Weft.await(action.accept(element)));
        return Weft.done();
    }

    @SuppressWarnings("unchecked")
    private static <R> R unchecked(Object value) {
        return (R) value;
    }
}
