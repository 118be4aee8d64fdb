package dev.weft;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets tasks that hold a lock wait for what other tasks change under it.
 *
 * <pre>{@code
 * try (var permit = await(condition.acquire())) {
 *     await(condition.awaitUntil(() -> !orders.isEmpty()));
 *     take(orders);
 * }
 * }</pre>
 *
 * <p>Waiting gives the lock back and ends with it held again, by the same permit, whichever way it
 * ends: a task that is cancelled while it waits gets its error when it has the lock. One that was
 * signalled before it was cancelled has the signal, and the cancel comes at its next suspension, so
 * that no signal is lost. Those that are signalled queue for the lock in the order in which they
 * began to wait, behind who waits for it already.
 *
 * <p>It belongs to the loop on which it is first used, and is for that loop's thread only.
 * asyncio's {@code Condition}.
 */
public final class AsyncCondition extends LoopBound {
    private final AsyncLock lock;
    private final WaitList waiting = new WaitList(this);

    /** Makes a condition with a lock of its own. */
    public AsyncCondition() {
        this(new AsyncLock());
    }

    /**
     * Makes a condition of a lock, which may have several.
     *
     * @param lock the lock
     */
    public AsyncCondition(AsyncLock lock) {
        this.lock = Objects.requireNonNull(lock, "lock");
    }

    /**
     * A condition's state at a moment.
     *
     * @param waiting how many wait for a signal; who was signalled waits for the lock
     * @param lock the state of its lock
     */
    public record Statistics(int waiting, AsyncLock.Statistics lock) {}

    /**
     * Acquires the lock.
     *
     * @return as {@link AsyncLock#acquire()}
     */
    public Coroutine<Permit> acquire() {
        return lock.acquire();
    }

    /**
     * Acquires the lock if it is free.
     *
     * @return as {@link AsyncLock#tryAcquire()}
     */
    public @Nullable Permit tryAcquire() {
        return lock.tryAcquire();
    }

    /** Releases the lock, as {@link AsyncLock#release()}. */
    public void release() {
        lock.release();
    }

    /**
     * Whether the lock is held.
     *
     * @return as {@link AsyncLock#locked()}
     */
    public boolean locked() {
        return lock.locked();
    }

    /**
     * Gives the lock back, waits for a signal, and takes the lock again; always suspends. What one
     * waits for may have changed once more before the lock is taken: see {@link #awaitUntil}.
     * asyncio's {@code wait}.
     *
     * @return a coroutine that ends with the lock held, also when it is cancelled. It throws an
     *     {@link IllegalStateException} if its task does not hold the lock, and an {@link
     *     AbandonedLockException} if the lock will never be free again
     */
    public Coroutine<@Nullable Void> await() {
        return new Wait();
    }

    /**
     * Waits until something is the case, looking at first and after each signal; does not suspend
     * if it is the case. asyncio's {@code wait_for}.
     *
     * @param predicate what to wait for; asked with the lock held
     * @return as {@link #await()}
     */
    public Coroutine<@Nullable Void> awaitUntil(BooleanSupplier predicate) {
        return new Until(Objects.requireNonNull(predicate, "predicate"));
    }

    /**
     * Signals the one that has waited longest. asyncio's {@code notify}.
     *
     * @throws IllegalStateException if the running task does not hold the lock
     */
    public void signal() {
        signal(1);
    }

    /**
     * Signals those that have waited longest.
     *
     * @param count how many at most
     * @throws IllegalStateException if the running task does not hold the lock
     */
    public void signal(int count) {
        checkCall("signal");
        lock.requireHeldHere("signal");
        for (int i = 0; i < count && waiting.poll() instanceof Wait next; i++) {
            next.signalled = true;
            lock.giveInTurn(next);
        }
    }

    /**
     * Signals all that wait. asyncio's {@code notify_all}.
     *
     * @throws IllegalStateException if the running task does not hold the lock
     */
    public void signalAll() {
        signal(waiting.size());
    }

    /**
     * Its state now.
     *
     * @return a record of it
     */
    public Statistics statistics() {
        checkCall("statistics");
        return new Statistics(waiting.size(), lock.statistics());
    }

    @Override
    public String toString() {
        return name() + " (" + waiting.size() + " waiting) of " + lock;
    }

    /** Waits in the condition's list, and after that in the lock's, until it is given the lock. */
    final class Wait extends LockPlace<@Nullable Void> {
        private @Nullable Permit permit;
        private boolean signalled;

        /** Why it gives up waiting for a signal; it still has to get the lock. */
        private @Nullable Thrown cancelled;

        Wait() {
            super(waiting);
        }

        @Override
        @Nullable Object attempt(Task<?> task) {
            lock.checkTask(task);
            permit = lock.requireHeldHere("await");
            return WAIT;
        }

        @Override
        void enlist() {
            lock.passOn();
            super.enlist();
        }

        @Override
        public boolean cancelWait(Task<?> task) {
            if (signalled) {
                return false;
            }
            boolean first = cancelled == null;
            cancelled = new Thrown(task.cancelledNow());
            if (first) {
                withdraw();
                lock.giveInTurn(this);
            }
            return true;
        }

        @Override
        Permit holding() {
            return Objects.requireNonNull(permit);
        }

        @Override
        @Nullable Object outcome(Permit holding) {
            return cancelled;
        }

        @Override
        Thrown abandoned(AbandonedLockException failure) {
            holding().spend();
            return cancelled == null ? new Thrown(failure) : cancelled;
        }

        @Override
        String verb() {
            return "await";
        }
    }

    private final class Until extends BuiltIn<@Nullable Void> {
        private final BooleanSupplier predicate;
        private boolean suspended;

        Until(BooleanSupplier predicate) {
            this.predicate = predicate;
        }

        @Override
        protected @Nullable Object step(@Nullable Object received) {
            if (suspended) {
                outcome(received);
            } else {
                checkTask(task());
                lock.requireHeldHere("awaitUntil");
                suspended = true;
            }
            return predicate.getAsBoolean() ? null : new Wait().awaitFrom(this);
        }
    }
}
