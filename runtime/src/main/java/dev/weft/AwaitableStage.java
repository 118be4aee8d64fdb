package dev.weft;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A stage as an awaitable. */
record AwaitableStage<T extends @Nullable Object>(CompletionStage<? extends T> stage)
        implements Awaitable<T> {
    @Override
    public @Nullable Object awaitFrom(Coroutine<?> awaiter) {
        return Coroutine.awaitStage(stage, awaiter);
    }
}
