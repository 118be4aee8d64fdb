package dev.weft;

import org.jspecify.annotations.Nullable;

/** Waits for the children of a group whose body has ended. */
final class GroupEnd extends Coroutine<@Nullable Throwable> {
    private final Group group;
    private final @Nullable Throwable failure;
    private boolean waiting;

    GroupEnd(Group group, @Nullable Throwable failure) {
        this.group = group;
        this.failure = failure;
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) {
        if (!waiting) {
            waiting = true;
            return group.brood.awaitEnd(this);
        }
        CancelledError cancelled = null;
        try {
            outcome(received);
        } catch (CancelledError error) {
            cancelled = error;
        }
        Throwable leaving = group.end(failure, cancelled);
        if (leaving instanceof ExceptionGroup && leaving != failure) {
            Traces.madeWhileSuspended(leaving, this);
        }
        return leaving;
    }
}
