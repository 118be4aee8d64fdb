package dev.weft;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A block that has a deadline: {@code try (var limit = timeout(ofSeconds(5))) { ... }}. Made by
 * {@link Weft#timeout}, {@link Weft#timeoutAt}, {@link Weft#moveOnAfter} and {@link Weft#moveOnAt}.
 *
 * <p>When the deadline passes, what the block awaits is cancelled by a {@link CancelledError} in
 * the task. When that error leaves the block, and nobody else has requested the cancelling of the
 * task meanwhile, an {@link AsyncTimeoutException} is thrown behind the block in its place; or, of
 * {@code moveOnAfter} and {@code moveOnAt}, nothing is. A block that ends in another way in spite
 * of the error ends in that way. Of nested blocks whose deadlines have all passed the outermost
 * throws.
 *
 * <p>It belongs to the task that made it, and is closed by that task, after all that was opened
 * later. asyncio's {@code Timeout}; trio's {@code fail_after} and {@code move_on_after}.
 */
public final class Timeout extends Scope {
    /** Null for no deadline. */
    private @Nullable TimeLimit limit;

    /** How long the block may take, for messages; null where that was not said. */
    private @Nullable Duration time;

    private final boolean quiet;
    private boolean cutShort;

    private Timeout(boolean quiet) {
        this.quiet = quiet;
    }

    static Timeout after(@Nullable Duration time, boolean quiet) {
        Timeout timeout = new Timeout(quiet);
        long nanos = time == null ? Long.MAX_VALUE : Durations.nanos(time);
        if (nanos != Long.MAX_VALUE) {
            timeout.time = time;
            timeout.limitTo(timeout.task.home().deadlineIn(nanos), nanos > 0);
        }
        return timeout;
    }

    static Timeout at(@Nullable Duration when, boolean quiet) {
        Timeout timeout = new Timeout(quiet);
        timeout.limitTo(when);
        return timeout;
    }

    private void limitTo(@Nullable Duration when) {
        long deadline = when == null ? Long.MAX_VALUE : Durations.nanos(when);
        if (deadline != Long.MAX_VALUE) {
            limitTo(deadline, deadline > task.home().driver.nanoTime());
        }
    }

    private void limitTo(long deadline, boolean timeLeft) {
        limit = new TimeLimit(task, deadline, requestsBefore, this).start(task.home(), timeLeft);
    }

    /**
     * The deadline.
     *
     * @return the moment, as {@link EventLoop#time()} counts; null for none
     */
    public @Nullable Duration when() {
        return limit == null ? null : Duration.ofNanos(limit.deadline());
    }

    /**
     * Moves the deadline.
     *
     * @param when the moment, as {@link EventLoop#time()} counts; null for none; one that has
     *     passed is over in the next iteration
     * @throws IllegalStateException if the deadline has passed already, or the block ended
     */
    public void reschedule(@Nullable Duration when) {
        task.home().checkThread("reschedule");
        if (hasEnded() || expired()) {
            throw new IllegalStateException(
                    this
                            + (hasEnded() ? " has ended" : " has expired")
                            + ": its deadline cannot be moved any more");
        }
        if (limit != null) {
            limit.leave();
            limit = null;
        }
        time = null;
        limitTo(when);
    }

    /**
     * Whether the deadline passed before the block ended, in whichever way it ended.
     *
     * @return true once it did
     */
    public boolean expired() {
        return limit != null && limit.expired();
    }

    /**
     * Whether the block was left because its deadline had passed. To ask this behind the block,
     * make the timeout before it: {@code var limit = moveOnAfter(time); try (limit) { ... }}.
     *
     * @return true once it was
     */
    public boolean cutShort() {
        return cutShort;
    }

    @Override
    public Coroutine<@Nullable Throwable> exit(@Nullable Throwable failure) {
        return leaving(leave() ? ending(failure) : failure);
    }

    private @Nullable Throwable ending(@Nullable Throwable failure) {
        TimeLimit limit = this.limit;
        if (limit == null) {
            return failure;
        }
        boolean onlyReason = limit.leave();
        if (failure == null || !limit.expired()) {
            return failure;
        }
        if (!(failure instanceof CancelledError)) {
            if (limit.delivered()) {
                failure.addSuppressed(timedOut(limit, null));
            }
            return failure;
        }
        cutShort = onlyReason;
        if (!cutShort) {
            return failure;
        }
        return quiet ? null : timedOut(limit, failure);
    }

    private AsyncTimeoutException timedOut(TimeLimit limit, @Nullable Throwable cause) {
        String message =
                time == null
                        ? "the block went on after "
                                + Duration.ofNanos(limit.deadline())
                                + " of the loop's clock"
                        : "the block took longer than " + time;
        return new AsyncTimeoutException(message, cause, this);
    }

    @Override
    void abandoned() {
        if (limit != null) {
            limit.leave();
        }
    }
}
