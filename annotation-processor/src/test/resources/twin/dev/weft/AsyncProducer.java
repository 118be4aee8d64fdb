package dev.weft;

@FunctionalInterface
public interface AsyncProducer<T> {
    @Async
    AsyncGenerator<T> generate() throws Exception;
}
