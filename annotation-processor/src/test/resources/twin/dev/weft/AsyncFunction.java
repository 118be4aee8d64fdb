package dev.weft;

@FunctionalInterface
public interface AsyncFunction<A, T> {
    @Async
    Coroutine<T> apply(A argument) throws Exception;
}
