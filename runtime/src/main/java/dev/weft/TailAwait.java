package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Awaits one thing and ends as that does: makes a coroutine of any awaitable. */
final class TailAwait<T extends @Nullable Object> extends Coroutine<T> {
    private @Nullable Awaitable<? extends T> target;

    TailAwait(Awaitable<? extends T> target) {
        this.target = Objects.requireNonNull(target, "the awaitable is null");
    }

    /** A coroutine as it is, of anything else one that awaits it. */
    static <T extends @Nullable Object> Coroutine<T> asCoroutine(Awaitable<T> awaitable) {
        return awaitable instanceof Coroutine<T> coroutine ? coroutine : new TailAwait<>(awaitable);
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) {
        Awaitable<? extends T> target = this.target;
        if (target == null) {
            return outcome(received);
        }
        this.target = null;
        return target.awaitFrom(this);
    }
}
