package dev.weft;

@FunctionalInterface
public interface AsyncSupplier<T> {
    @Async
    Coroutine<T> get() throws Exception;
}
