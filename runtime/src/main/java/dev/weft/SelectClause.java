package dev.weft;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that {@code select} waits for, and what to do when it is the one that happens.
 * Made by {@code when}, {@code whenAsync} and {@code after} of {@link Weft}, for one select.
 *
 * @param <R> the type of what the select gives then
 */
public final class SelectClause<R extends @Nullable Object> {
    final Alternative alternative;
    private final AsyncFunction<@Nullable Object, R> handler;
    private final @Nullable AsyncFunction<Throwable, R> rescue;

    private SelectClause(
            Alternative alternative,
            AsyncFunction<@Nullable Object, R> handler,
            @Nullable AsyncFunction<Throwable, R> rescue) {
        this.alternative = alternative;
        this.handler = handler;
        this.rescue = rescue;
    }

    @SuppressWarnings("unchecked")
    static <T extends @Nullable Object, R extends @Nullable Object> SelectClause<R> of(
            Awaitable<? extends T> source, AsyncFunction<? super T, ? extends R> handler) {
        return new SelectClause<>(
                Alternative.of(Objects.requireNonNull(source, "source")),
                (AsyncFunction<@Nullable Object, R>) Objects.requireNonNull(handler, "handler"),
                null);
    }

    /**
     * As this clause, with something to do if what it waits for fails, as a channel that ends does.
     * Without that the select fails with it.
     *
     * @param type the type of the failures to handle
     * @param handler is given the failure
     * @param <X> the type of the failures to handle
     * @return a new clause, to be used in place of this one
     */
    public <X extends Throwable> SelectClause<R> onFailure(
            Class<X> type, Function<? super X, ? extends R> handler) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(handler, "handler");
        AsyncFunction<Throwable, R> before = rescue;
        return new SelectClause<>(
                alternative,
                this.handler,
                failure -> {
                    if (type.isInstance(failure)) {
                        return Weft.done(handler.apply(type.cast(failure)));
                    }
                    return before == null ? null : before.apply(failure);
                });
    }

    Coroutine<R> happened(@Nullable Object value) throws Exception {
        return Objects.requireNonNull(handler.apply(value), "the handler of a select gave null");
    }

    /** What to do about a failure; it is thrown if that is nothing. */
    Coroutine<R> failed(Throwable failure) throws Exception {
        Coroutine<R> handled = rescue == null ? null : rescue.apply(failure);
        if (handled == null) {
            throw Sneaky.rethrow(failure);
        }
        return handled;
    }

    @Override
    public String toString() {
        return "select clause for " + alternative;
    }
}
