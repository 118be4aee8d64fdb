package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * By what a task that {@link TaskGroup#start} made says that it is ready. trio's {@code
 * task_status}.
 *
 * @param <T> the type of what it tells with that
 */
public final class Handshake<T extends @Nullable Object> {
    private final Start<T> start;

    Handshake(Start<T> start) {
        this.start = start;
    }

    /**
     * Says that the task is ready: who awaits {@code start} goes on with this value, and the task
     * goes on as any other child of its group.
     *
     * @param value what {@code start} gives
     * @throws IllegalStateException if it was said before, or on a thread that is not the loop's
     */
    public void started(T value) {
        start.started(value);
    }
}
