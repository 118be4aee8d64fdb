package dev.weft;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** The ways of running over an iterable to its end. */
@SuppressWarnings("unchecked")
final class Folds {
    /** What no elements come to where the first one is to begin with. */
    private static final Object NONE = new Object();

    private Folds() {}

    static <T extends @Nullable Object, A extends @Nullable Object, R extends @Nullable Object>
            Coroutine<R> collect(
                    AsyncIterable<T> source, Collector<? super T, A, ? extends R> collector) {
        BiConsumer<A, ? super T> accumulator = collector.accumulator();
        return new Fold<T, R>(
                source,
                collector.supplier(),
                (container, element, awaiter) -> {
                    accumulator.accept((A) container, element);
                    return container;
                },
                container -> collector.finisher().apply((A) container));
    }

    static <T extends @Nullable Object> Coroutine<Optional<T>> reduce(
            AsyncIterable<T> source, BinaryOperator<T> combine) {
        Objects.requireNonNull(combine, "combine");
        return new Fold<T, Optional<T>>(
                source,
                () -> NONE,
                (sum, element, awaiter) -> sum == NONE ? element : combine.apply((T) sum, element),
                sum -> sum == NONE ? Optional.empty() : Optional.of((T) sum));
    }

    static <T extends @Nullable Object, R extends @Nullable Object> Coroutine<R> reduce(
            AsyncIterable<T> source,
            R initial,
            BiFunction<? super R, ? super T, ? extends R> combine) {
        Objects.requireNonNull(combine, "combine");
        return new Fold<T, R>(
                source,
                () -> initial,
                (sum, element, awaiter) -> combine.apply((R) sum, element),
                sum -> (R) sum);
    }

    static <T extends @Nullable Object, R extends @Nullable Object> Coroutine<R> reduceAsync(
            AsyncIterable<T> source,
            R initial,
            AsyncBiFunction<? super R, ? super T, ? extends R> combine) {
        Objects.requireNonNull(combine, "combine");
        return new Fold<T, R>(
                source,
                () -> initial,
                (sum, element, awaiter) ->
                        Question.coroutine(combine.apply((R) sum, element)).awaitFrom(awaiter),
                sum -> (R) sum);
    }

    static <T extends @Nullable Object> Coroutine<@Nullable Void> forEach(
            AsyncIterable<T> source, Consumer<? super T> action) {
        Objects.requireNonNull(action, "action");
        return new Fold<T, @Nullable Void>(
                source,
                () -> null,
                (nothing, element, awaiter) -> {
                    action.accept(element);
                    return null;
                },
                nothing -> null);
    }

    static <T extends @Nullable Object> Coroutine<@Nullable Void> forEachAsync(
            AsyncIterable<T> source, AsyncConsumer<? super T> action) {
        Objects.requireNonNull(action, "action");
        return new Fold<T, @Nullable Void>(
                source,
                () -> null,
                (nothing, element, awaiter) ->
                        Question.coroutine(action.accept(element)).awaitFrom(awaiter),
                nothing -> null);
    }
}
