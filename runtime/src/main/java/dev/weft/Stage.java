package dev.weft;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An operator that looks at one element at a time. Several run one behind the other in a {@link
 * Piped}.
 */
abstract class Stage<T extends @Nullable Object> {
    /** What {@link #pass} gives that leaves the element out. */
    static final Object SKIP = new Object();

    /**
     * Looks at an element.
     *
     * @param awaiter who waits for what there is to wait for
     * @return what to give on for it, {@link #SKIP}, {@link Pull#STOP}, or {@link
     *     Coroutine#SUSPENDED} if the answer to it has to be waited for
     */
    abstract @Nullable Object pass(T element, Coroutine<?> awaiter) throws Exception;

    /** As {@link #pass}, when the answer is there. */
    @Nullable Object answered(T element, @Nullable Object answer) {
        return answer;
    }

    /** The same for another iteration. */
    Stage<T> fresh() {
        return this;
    }

    @Override
    public String toString() {
        String name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static final class Map<T extends @Nullable Object> extends Stage<T> {
        private final Function<? super T, ?> function;

        Map(Function<? super T, ?> function) {
            this.function = function;
        }

        @Override
        @Nullable Object pass(T element, Coroutine<?> awaiter) {
            return function.apply(element);
        }
    }

    static final class MapAsync<T extends @Nullable Object> extends Stage<T> {
        private final Question<T> function;

        MapAsync(Question<T> function) {
            this.function = function;
        }

        @Override
        @Nullable Object pass(T element, Coroutine<?> awaiter) throws Exception {
            return function.ask(element, awaiter);
        }
    }

    static final class Filter<T extends @Nullable Object> extends Stage<T> {
        private final Predicate<? super T> condition;

        /** What becomes of the others. */
        private final Object otherwise;

        Filter(Predicate<? super T> condition, Object otherwise) {
            this.condition = condition;
            this.otherwise = otherwise;
        }

        @Override
        @Nullable Object pass(T element, Coroutine<?> awaiter) {
            return condition.test(element) ? element : otherwise;
        }
    }

    static final class FilterAsync<T extends @Nullable Object> extends Stage<T> {
        private final Question<T> condition;

        /** What becomes of the others. */
        private final Object otherwise;

        FilterAsync(Question<T> condition, Object otherwise) {
            this.condition = condition;
            this.otherwise = otherwise;
        }

        @Override
        @Nullable Object pass(T element, Coroutine<?> awaiter) throws Exception {
            Object answer = condition.ask(element, awaiter);
            return answer == Coroutine.SUSPENDED ? answer : answered(element, answer);
        }

        @Override
        @Nullable Object answered(T element, @Nullable Object answer) {
            if (answer instanceof Boolean given) {
                return given ? element : otherwise;
            }
            throw new NullPointerException("a predicate gave null");
        }
    }

    static final class Take<T extends @Nullable Object> extends Stage<T> {
        /** When it is 0 the source is asked for no more. */
        long left;

        Take(long count) {
            this.left = count;
        }

        @Override
        @Nullable Object pass(T element, Coroutine<?> awaiter) {
            left--;
            return element;
        }

        @Override
        Stage<T> fresh() {
            return new Take<>(left);
        }
    }

    static final class Skip<T extends @Nullable Object> extends Stage<T> {
        private long left;

        Skip(long count) {
            this.left = count;
        }

        @Override
        @Nullable Object pass(T element, Coroutine<?> awaiter) {
            if (left == 0) {
                return element;
            }
            left--;
            return SKIP;
        }

        @Override
        Stage<T> fresh() {
            return new Skip<>(left);
        }
    }
}
