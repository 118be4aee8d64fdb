package dev.weft;

import org.jspecify.annotations.Nullable;

/** An iterator that gives, changes or leaves out each element of another by the answer to it. */
abstract class Elementwise<T extends @Nullable Object, R extends @Nullable Object> extends Pull<R> {
    /** What {@link #decide} gives that leaves the element out. */
    static final Object SKIP = new Object();

    private static final int SOURCE = 1;
    private static final int ANSWER = 2;

    private final AsyncIterator<? extends T> source;

    /** While its answer is waited for. */
    private @Nullable Object asked;

    Elementwise(AsyncIterator<? extends T> source) {
        this.source = source;
    }

    /** Gives the answer, or {@link #SUSPENDED} if it has to be waited for. */
    @Nullable Object ask(T element) throws Exception {
        return null;
    }

    /** Gives what to give for the element, {@link #SKIP}, or {@link #STOP}. */
    abstract @Nullable Object decide(T element, @Nullable Object answer);

    /** Whether to ask for no more elements. */
    boolean hasEnough() {
        return false;
    }

    @Override
    @SuppressWarnings("unchecked")
    final @Nullable Object advance(@Nullable Object received) throws Exception {
        int from = at;
        while (true) {
            Object element;
            Object answer;
            if (from == ANSWER) {
                element = asked;
                asked = null;
                answer = outcome(received);
            } else {
                if (from == 0 && hasEnough()) {
                    return STOP;
                }
                element = from == SOURCE ? outcome(received) : source.nextFrom(this);
                if (element == SUSPENDED || element == END) {
                    at = SOURCE;
                    return element;
                }
                answer = ask((T) element);
                if (answer == SUSPENDED) {
                    asked = element;
                    at = ANSWER;
                    return SUSPENDED;
                }
            }
            Object decision = decide((T) element, answer);
            if (decision != SKIP) {
                return decision;
            }
            from = 0;
        }
    }

    @Override
    final AsyncCloseable held() {
        return source;
    }

    /** Gives the answer in the element's place. */
    static final class Map<T extends @Nullable Object, R extends @Nullable Object>
            extends Elementwise<T, R> {
        private final Question<T> function;

        Map(AsyncIterator<? extends T> source, Question<T> function) {
            super(source);
            this.function = function;
        }

        @Override
        @Nullable Object ask(T element) throws Exception {
            return function.ask(element, this);
        }

        @Override
        @Nullable Object decide(T element, @Nullable Object answer) {
            return answer;
        }
    }

    /** Gives the elements for which the answer is true. */
    static final class Filter<T extends @Nullable Object> extends Elementwise<T, T> {
        private final Question<T> predicate;

        /** What becomes of others: {@link #SKIP} or {@link #STOP}. */
        private final Object otherwise;

        Filter(AsyncIterator<? extends T> source, Question<T> predicate, Object otherwise) {
            super(source);
            this.predicate = predicate;
            this.otherwise = otherwise;
        }

        @Override
        @Nullable Object ask(T element) throws Exception {
            return predicate.ask(element, this);
        }

        @Override
        @Nullable Object decide(T element, @Nullable Object answer) {
            if (answer instanceof Boolean given) {
                return given ? element : otherwise;
            }
            throw new NullPointerException("a predicate gave null");
        }
    }

    /** Gives so many elements at most. */
    static final class Take<T extends @Nullable Object> extends Elementwise<T, T> {
        private long left;

        Take(AsyncIterator<? extends T> source, long count) {
            super(source);
            this.left = count;
        }

        @Override
        boolean hasEnough() {
            return left == 0;
        }

        @Override
        @Nullable Object decide(T element, @Nullable Object answer) {
            left--;
            return element;
        }
    }

    /** Leaves so many elements out. */
    static final class Skip<T extends @Nullable Object> extends Elementwise<T, T> {
        private long left;

        Skip(AsyncIterator<? extends T> source, long count) {
            super(source);
            this.left = count;
        }

        @Override
        @Nullable Object decide(T element, @Nullable Object answer) {
            if (left == 0) {
                return element;
            }
            left--;
            return SKIP;
        }
    }
}
