package dev.weft;

/** A resource; its close is done when {@code close} returns. */
public interface AsyncCloseable extends AutoCloseable {
    @Async
    Coroutine<Void> closeAsync() throws Exception;

    @Override
    default void close() {
        try {
            Weft.await(closeAsync());
        } catch (Exception e) {
            throw Weft.sneak(e);
        }
    }
}
