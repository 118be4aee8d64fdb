package dev.weft;

@FunctionalInterface
public interface AsyncRunnable {
    @Async
    Coroutine<Void> run() throws Exception;
}
