package dev.weft;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Awaits something, in the same task, for no longer than a time. */
final class WaitFor<T extends @Nullable Object> extends BuiltIn<T> {
    private @Nullable Awaitable<? extends T> target;
    private final @Nullable Duration timeout;
    private @Nullable TimeLimit limit;

    WaitFor(Awaitable<? extends T> target, @Nullable Duration timeout) {
        this.target = target;
        this.timeout = timeout;
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) {
        Object value;
        try {
            value = target != null ? begin(target) : outcome(received);
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
        Task<?> task = task();
        long nanos = timeout == null ? Long.MAX_VALUE : Durations.nanos(timeout);
        if (nanos <= 0) {
            if (!canBeDone(target)) {
                if (Debug.ENABLED && target instanceof Coroutine<?> coroutine) {
                    NeverAwaited.started(coroutine);
                }
                throw timedOut(null);
            }
            if (!isDone(target)) {
                limitTo(task, 0).expire();
            }
        } else if (nanos != Long.MAX_VALUE) {
            EventLoop loop = task.home();
            limitTo(task, loop.deadlineIn(nanos)).start(loop, true);
        }
        return target.awaitFrom(this);
    }

    private TimeLimit limitTo(Task<?> task, long deadline) {
        TimeLimit limit = new TimeLimit(task, deadline, Scope.deliveredRequests(task), task.scope);
        this.limit = limit;
        return limit;
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

    /** Ends the time limit and says whether it is the only reason for the task to be cancelled. */
    private boolean leave() {
        return limit != null && limit.leave();
    }

    private AsyncTimeoutException timedOut(@Nullable CancelledError cause) {
        return new AsyncTimeoutException("waitFor took longer than " + timeout, cause);
    }
}
