package dev.weft;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs over an iterable to its end, and gives what its elements come to. */
final class Fold<T extends @Nullable Object, R extends @Nullable Object> extends Coroutine<R> {
    /** Adds an element to what came of those before. */
    interface Adding<T extends @Nullable Object> {
        /** Gives what has come of them now, or {@link Coroutine#SUSPENDED} if it has to wait. */
        @Nullable Object add(@Nullable Object sum, T element, Coroutine<?> awaiter)
                throws Exception;
    }

    private static final int BEGIN = 0;
    private static final int SOURCE = 1;
    private static final int ADDING = 2;
    private static final int FAILING = 3;

    private final AsyncIterable<? extends T> source;
    private final Supplier<?> nothing;
    private final Adding<T> adding;
    private final Function<@Nullable Object, ? extends R> finish;
    private @Nullable AsyncIterator<? extends T> iterator;
    private @Nullable Object sum;
    private int at;

    /**
     * Makes one.
     *
     * @param nothing gives what no elements come to
     * @param finish makes the result of what all elements came to
     */
    Fold(
            AsyncIterable<? extends T> source,
            Supplier<?> nothing,
            Adding<T> adding,
            Function<@Nullable Object, ? extends R> finish) {
        this.source = source;
        this.nothing = nothing;
        this.adding = adding;
        this.finish = finish;
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) {
        if (at == FAILING) {
            return failed(outcome(received));
        }
        try {
            return run(received) == SUSPENDED ? SUSPENDED : finish.apply(sum);
        } catch (Throwable failure) {
            if (iterator == null) {
                throw Sneaky.rethrow(failure);
            }
            at = FAILING;
            return failed(awaitClose(iterator, failure, this));
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object run(@Nullable Object received) throws Exception {
        int from = at;
        AsyncIterator<? extends T> iterator = from == BEGIN ? begin() : this.iterator;
        while (true) {
            Object added;
            if (from == ADDING) {
                added = outcome(received);
            } else {
                Object element = from == SOURCE ? outcome(received) : iterator.nextFrom(this);
                if (element == SUSPENDED || element == END) {
                    at = SOURCE;
                    return element;
                }
                added = adding.add(sum, (T) element, this);
                if (added == SUSPENDED) {
                    at = ADDING;
                    return SUSPENDED;
                }
            }
            sum = added;
            from = BEGIN;
        }
    }

    private AsyncIterator<? extends T> begin() {
        sum = nothing.get();
        AsyncIterator<? extends T> iterator =
                Objects.requireNonNull(source.iterator(), "iterator() gave null");
        this.iterator = iterator;
        return iterator;
    }

    private static Object failed(@Nullable Object leaving) {
        if (leaving instanceof Throwable failure) {
            throw Sneaky.rethrow(failure);
        }
        return SUSPENDED;
    }
}
