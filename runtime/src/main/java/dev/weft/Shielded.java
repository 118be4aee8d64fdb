package dev.weft;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A block that cannot be cancelled from outside, for clean-up that has to wait: {@code try (var
 * shield = shielded()) { ... }}. Made by {@link Weft#shielded()}.
 *
 * <p>Requests to cancel the task that come while the block runs, or that wait to be delivered when
 * it begins, are held back: they count in {@link Task#cancelling()} and are delivered at the first
 * suspension behind the block. What the block itself opens, timeouts and task groups, can cancel
 * what is in it. With a time limit, the block is cancelled when that is over, and left quietly, as
 * with {@link Weft#moveOnAfter}. trio's {@code CancelScope(shield=True)}.
 */
public final class Shielded extends Scope {
    private final @Nullable TimeLimit limit;

    /** Requests that were held back; those among them that were not taken back are delivered. */
    private int held;

    private final int deliveriesBefore;
    private boolean cutShort;

    Shielded(@Nullable Duration time) {
        Cancellation cancellation = task.cancellation;
        if (cancellation == null) {
            deliveriesBefore = 0;
        } else {
            deliveriesBefore = cancellation.deliveries;
            hold(cancellation, cancellation.pending);
            cancellation.pending = 0;
        }
        limit = time == null ? null : limit(Durations.nanos(time));
    }

    private @Nullable TimeLimit limit(long nanos) {
        if (nanos == Long.MAX_VALUE) {
            return null;
        }
        EventLoop loop = task.home();
        return new TimeLimit(task, loop.deadlineIn(nanos), 0, this).start(loop, nanos > 0);
    }

    /** Keeps requests from the block. */
    void hold(Cancellation cancellation, int requests) {
        held += requests;
        cancellation.held += requests;
    }

    /** Errors that were thrown into the task before: those within the block are its own. */
    int deliveriesBefore() {
        return deliveriesBefore;
    }

    /**
     * Whether the block was left because its time was over.
     *
     * @return true once it was
     */
    public boolean cutShort() {
        return cutShort;
    }

    @Override
    public Coroutine<@Nullable Throwable> exit(@Nullable Throwable failure) {
        if (!leave()) {
            return leaving(failure);
        }
        end();
        cutShort = limit != null && limit.expired() && failure instanceof CancelledError;
        return leaving(cutShort ? null : failure);
    }

    @Override
    void abandoned() {
        end();
    }

    private void end() {
        if (limit != null) {
            limit.leave();
        }
        Cancellation cancellation = task.cancellation;
        if (cancellation != null) {
            cancellation.deliveries = deliveriesBefore;
            cancellation.held -= held;
            cancellation.pending = Math.min(cancellation.pending + held, cancellation.requests);
        }
    }
}
