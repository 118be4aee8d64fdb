package dev.weft;

import dev.weft.loop.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Awaits something, in the same task, for no longer than a time. */
final class WaitFor<T extends @Nullable Object> extends BuiltIn<T> {
    private @Nullable Awaitable<? extends T> target;
    private final @Nullable Duration timeout;
    private @Nullable Expiry expiry;

    /** Requests to cancel the task that were there before ours. */
    private int requestsBefore;

    private boolean expired;

    /** Our own request's place in the task's {@link Cancellation}: see {@link #withdraw}. */
    private boolean leftPending;

    private int deliveriesThen;
    private int returnedThen;

    WaitFor(Awaitable<? extends T> target, @Nullable Duration timeout) {
        this.target = target;
        this.timeout = timeout;
    }

    @Override
    protected @Nullable Object step() {
        Object value;
        try {
            value = target != null ? begin(target) : received();
        } catch (CancelledError error) {
            if (leave()) {
                throw timedOut(error);
            }
            throw error;
        } catch (Throwable failure) {
            leave();
            throw failure;
        }
        if (value != SUSPENDED) {
            leave();
        }
        return value;
    }

    private @Nullable Object begin(Awaitable<? extends T> target) {
        this.target = null;
        requestsBefore = task().cancelling();
        long nanos = timeout == null ? Long.MAX_VALUE : Durations.nanos(timeout);
        if (nanos <= 0) {
            if (!canBeDone(target)) {
                if (Debug.ENABLED && target instanceof Coroutine<?> coroutine) {
                    NeverAwaited.started(coroutine);
                }
                throw timedOut(null);
            }
            if (!isDone(target)) {
                expire();
            }
        } else if (nanos != Long.MAX_VALUE) {
            EventLoop loop = task().home();
            expiry = new Expiry(loop.deadlineIn(nanos));
            loop.driver.schedule(expiry);
        }
        return target.awaitFrom(this);
    }

    /** Whether it is under way, so that it may be done even if no time is left. */
    private static boolean canBeDone(Awaitable<?> target) {
        return target instanceof Eventual<?>
                || target instanceof ValueCoroutine<?>
                || target instanceof AwaitableStage<?>;
    }

    private static boolean isDone(Awaitable<?> target) {
        if (target instanceof AwaitableStage<?> awaitable) {
            return awaitable.stage() instanceof CompletableFuture<?> future && future.isDone();
        }
        return !(target instanceof Eventual<?> eventual) || eventual.done();
    }

    private void expire() {
        Task<?> task = task();
        expired = true;
        Cancellation before = task.cancellation;
        int pendingBefore = before == null ? 0 : before.pending;
        task.home().cancelling.requestHere(task, before == null ? null : before.message);
        Cancellation cancellation = task.cancellation;
        if (cancellation != null) {
            leftPending = cancellation.pending > pendingBefore;
            deliveriesThen = cancellation.deliveries;
            returnedThen = cancellation.returned;
        }
    }

    /** Ends the time limit and says whether it is the only reason for the task to be cancelled. */
    private boolean leave() {
        if (expiry != null) {
            task().home().driver.cancel(expiry);
            expiry = null;
        }
        return expired && withdraw() <= requestsBefore;
    }

    /** Takes our request back, and out of the pending ones if it is still among them. */
    private int withdraw() {
        expired = false;
        Cancellation cancellation = task().cancellation;
        if (cancellation == null) {
            return 0;
        }
        boolean pending = leftPending || cancellation.returned > returnedThen;
        if (pending && cancellation.deliveries == deliveriesThen && cancellation.pending > 0) {
            cancellation.pending--;
        }
        return cancellation.takeBack();
    }

    private AsyncTimeoutException timedOut(@Nullable CancelledError cause) {
        return new AsyncTimeoutException("waitFor took longer than " + timeout, cause);
    }

    private final class Expiry extends Timer {
        Expiry(long deadline) {
            super(deadline);
        }

        @Override
        protected void fire() {
            expire();
        }

        @Override
        public String toString() {
            return "timeout of " + task();
        }
    }
}
