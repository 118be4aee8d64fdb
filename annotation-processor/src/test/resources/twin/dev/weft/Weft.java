package dev.weft;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The functions of the language, blocking. */
public final class Weft {

    public static <T> T await(Awaitable<? extends T> awaitable) {
        return Objects.requireNonNull(awaitable).outcome();
    }

    public static <T, X extends Throwable> T await(
            Awaitable<? extends T> awaitable, Class<X> failure)
            throws X {
        return await(awaitable);
    }

    public static <T> T await(CompletionStage<? extends T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException wrapped) {
            throw sneak(wrapped.getCause() == null ? wrapped : wrapped.getCause());
        }
    }

    public static <T, X extends Throwable> T await(
            CompletionStage<? extends T> stage, Class<X> failure)
            throws X {
        return await(stage);
    }

    public static <T> Coroutine<T> done(T value) {
        return new Coroutine.Value<>(value);
    }

    public static Coroutine<Void> done() {
        return new Coroutine.Value<>(null);
    }

    public static <T> Coroutine<T> failed(Throwable failure) {
        return new Coroutine.Failed<>(failure);
    }

    public static <T> Coroutine<T> async(AsyncSupplier<T> body) {
        try {
            return body.get();
        } catch (Exception e) {
            throw sneak(e);
        }
    }

    static <X extends Throwable> RuntimeException sneak(Throwable t) throws X {
        @SuppressWarnings("unchecked")
        X x = (X) t;
        throw x;
    }

    private Weft() {}
}
