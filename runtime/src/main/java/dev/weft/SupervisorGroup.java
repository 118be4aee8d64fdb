package dev.weft;

import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A block that runs tasks beside each other, each of which fails alone: the others go on, and so
 * does the body. Otherwise as {@link TaskGroup}.
 *
 * <p>A child's failure is reported when it happens: to the handler that was given, or else to the
 * loop's exception handler. What a task awaits already when it fails is left to that task. When the
 * body fails, the children are cancelled and waited for, and its failure leaves the block as it is.
 * Kotlin's {@code supervisorScope}.
 */
public final class SupervisorGroup extends Group {
    private final @Nullable BiConsumer<? super Task<?>, ? super Throwable> handler;

    /**
     * Opens a group in the task that runs now, which reports to the loop's exception handler.
     *
     * @throws IllegalStateException if no task runs in this thread
     */
    public SupervisorGroup() {
        handler = null;
    }

    /**
     * Opens a group in the task that runs now.
     *
     * @param handler given each child that failed and what it failed with, on the loop's thread;
     *     what it throws goes to the loop's exception handler
     * @throws IllegalStateException if no task runs in this thread
     */
    public SupervisorGroup(BiConsumer<? super Task<?>, ? super Throwable> handler) {
        this.handler = Objects.requireNonNull(handler, "handler");
    }

    @Override
    void childFailed(Task<?> child, Thrown thrown) {
        if (thrown.observed) {
            return;
        }
        thrown.observe();
        if (handler != null) {
            handler.accept(child, thrown.error);
        } else {
            task.home()
                    .report(
                            new ExceptionContext(
                                    child + " of " + this + " failed", thrown.error, child, null));
        }
    }

    @Override
    @Nullable Throwable ending(@Nullable Throwable failure, @Nullable CancelledError cancel) {
        if (failure == null) {
            return cancel;
        }
        if (cancel != null) {
            keepCancelPending();
        }
        return failure;
    }
}
