package dev.weft;

@FunctionalInterface
public interface AsyncBiFunction<T, U, R> {
    @Async
    Coroutine<R> apply(T first, U second) throws Exception;
}
