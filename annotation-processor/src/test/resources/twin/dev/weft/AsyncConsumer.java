package dev.weft;

@FunctionalInterface
public interface AsyncConsumer<A> {
    @Async
    Coroutine<Void> accept(A argument) throws Exception;
}
