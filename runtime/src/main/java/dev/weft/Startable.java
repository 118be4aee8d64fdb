package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * What a group can {@linkplain TaskGroup#start start}: a lambda that becomes one is async.
 *
 * @param <T> the type of what it tells when it is ready
 */
@FunctionalInterface
public interface Startable<T extends @Nullable Object> {
    /**
     * Makes the coroutine of the child; nothing runs until it is awaited.
     *
     * @param handshake whose {@code started} it calls when it is ready
     * @return a new coroutine; what it gives is nobody's
     * @throws Exception what the awaited body may throw
     */
    @Async
    Coroutine<?> run(Handshake<T> handshake) throws Exception;
}
