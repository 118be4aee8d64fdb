package dev.weft;

import org.jspecify.annotations.Nullable;

/** A coroutine that is a value already: it may be awaited any number of times. */
final class ValueCoroutine<T extends @Nullable Object> extends Coroutine<T> {
    static final ValueCoroutine<@Nullable Void> NOTHING = new ValueCoroutine<>(null);

    private final @Nullable Object value;

    /**
     * Makes one.
     *
     * @param value the value, or a {@link Thrown}
     */
    ValueCoroutine(@Nullable Object value) {
        this.value = value;
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) {
        return outcome(value);
    }

    @Override
    public @Nullable Object awaitFrom(Coroutine<?> awaiter) {
        return outcome(value);
    }

    @Override
    boolean isValue() {
        return true;
    }
}
