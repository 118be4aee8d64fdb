package dev.weft;

import org.jspecify.annotations.Nullable;

/** Lets everything else that is ready run once. It has no state, so there is only one. */
final class YieldNow extends BuiltIn<@Nullable Void> {
    static final YieldNow YIELD_NOW = new YieldNow();

    /** A yielding task is ready already; a cancel takes the place of the nothing that it gets. */
    static final Waiting WAITING =
            task -> {
                task.waitingOn = null;
                task.value = new Thrown(task.cancelledNow());
                if (task.cancellation != null) {
                    task.cancellation.forwarded = 0;
                }
                return true;
            };

    private YieldNow() {}

    @Override
    public @Nullable Object awaitFrom(Coroutine<?> awaiter) {
        return awaiter.execution instanceof Task<?> task
                ? task.suspendForYield(null, awaiter)
                : super.awaitFrom(awaiter);
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) {
        throw new AssertionError("yieldNow() is awaited in the awaiter's place");
    }

    @Override
    boolean isValue() {
        return true;
    }
}
