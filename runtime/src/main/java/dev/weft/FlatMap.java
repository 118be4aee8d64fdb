package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An iterator over the elements of the iterables that are made of another's elements. */
final class FlatMap<T extends @Nullable Object, R extends @Nullable Object> extends Pull<R> {
    private static final int SOURCE = 1;
    private static final int ANSWER = 2;
    private static final int INNER = 3;

    private final AsyncIterator<? extends T> source;
    private final Question<T> function;

    /** Of the iterable under way; null between two. */
    private @Nullable AsyncIterator<?> inner;

    FlatMap(AsyncIterator<? extends T> source, Question<T> function) {
        this.source = source;
        this.function = function;
    }

    @Override
    @Nullable Object advance(@Nullable Object received) throws Exception {
        int from = at;
        while (true) {
            if (inner == null) {
                Object iterable = nextIterable(from, received);
                if (iterable == SUSPENDED || iterable == END) {
                    return iterable;
                }
                inner = begin(iterable);
                from = 0;
            }
            Object element = from == INNER ? outcome(received) : inner.nextFrom(this);
            if (element != END) {
                at = INNER;
                return element;
            }
            inner = null;
            from = 0;
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object nextIterable(int from, @Nullable Object received) throws Exception {
        if (from == ANSWER) {
            return outcome(received);
        }
        Object element = from == SOURCE ? outcome(received) : source.nextFrom(this);
        if (element == SUSPENDED || element == END) {
            at = SOURCE;
            return element;
        }
        at = ANSWER;
        return function.ask((T) element, this);
    }

    private static AsyncIterator<?> begin(@Nullable Object iterable) {
        Objects.requireNonNull(iterable, "the function of flatMap gave null, not an iterable");
        return Objects.requireNonNull(
                ((AsyncIterable<?>) iterable).iterator(), "iterator() gave null");
    }

    @Override
    AsyncCloseable held() {
        AsyncIterator<?> inner = this.inner;
        return inner == null ? source : CloseAll.of(inner, source);
    }
}
