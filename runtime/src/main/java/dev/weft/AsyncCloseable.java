package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A resource whose closing has to wait. In a try-with-resources of an {@code @Async} body its close
 * is awaited, on every way out of the block.
 *
 * <pre>{@code
 * try (var connection = await(connect(address))) {
 *     await(connection.send(request));
 * }
 * }</pre>
 *
 * <p>Several resources, null ones and closes that fail are treated as Java treats them. A cancel
 * that interrupts a close leaves the block, with what left it before as suppressed. Python's
 * asynchronous context manager, without its say in the exception: that is {@link AsyncScope}.
 */
public interface AsyncCloseable extends AutoCloseable {
    /**
     * Closes. Closing again does nothing.
     *
     * @return a coroutine that ends when it is closed; nothing happens until it is awaited
     * @throws Exception what the awaited close may throw
     */
    @Async
    Coroutine<@Nullable Void> closeAsync() throws Exception;

    /**
     * What a try-with-resources calls: in an {@code @Async} body {@link #closeAsync()} is awaited
     * in its place.
     *
     * @throws IllegalStateException in code that was not woven, as nothing can wait there
     */
    @Override
    default void close() {
        throw Unwoven.close(this);
    }
}
