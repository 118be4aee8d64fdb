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

    @SuppressWarnings("unchecked")
    public static <S> S emit(Object element) {
        return (S) GeneratorThread.emit(element);
    }

    @SuppressWarnings("unchecked")
    public static <T> AsyncGenerator<T> end() {
        return (AsyncGenerator<T>) END;
    }

    public static <T> AsyncIterable<T> borrow(AsyncIterator<T> iterator) {
        return () -> new AsyncIterator<T>() {
            @Override
            public Coroutine<T> next() throws Exception {
                return iterator.next();
            }
        };
    }

    public static <T> Coroutine<AsyncResource<T>> asyncResource(
            AsyncGenerator<? extends T> generator) {
        return done(new AsyncResource<>(generator));
    }

    /** Never called: the twin's loops are rewritten. */
    public static <T> Iterable<T> each(AsyncIterable<? extends T> source) {
        throw new IllegalStateException("each");
    }

    private static final AsyncGenerator<?> END = GeneratorThread.of(() -> null, "end");

    static <X extends Throwable> RuntimeException sneak(Throwable t) throws X {
        @SuppressWarnings("unchecked")
        X x = (X) t;
        throw x;
    }

    private Weft() {}
}
