package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A lock for tasks: held by one at a time, over its awaits.
 *
 * <pre>{@code
 * try (var permit = await(lock.acquire())) {
 *     balance = await(changed(balance));
 * }
 * }</pre>
 *
 * <p>It is given to who has waited longest, at the moment when it is released, so that nobody
 * overtakes. A task that is cancelled while it waits leaves the line; one that was given the lock
 * already has it, and the cancel comes at its next suspension.
 *
 * <p>It is held by the task that acquired it. The lock is not reentrant: that task cannot acquire
 * it again before it is released. If the task ends and leaves it locked, those that wait for it get
 * an {@link AbandonedLockException}; only a permit that is the task's result goes on holding it for
 * whoever has that. To hand a permit to another task in any other way use an {@link AsyncSemaphore}
 * with one.
 *
 * <p>It belongs to the loop on which it is first used, and is for that loop's thread only.
 * asyncio's {@code Lock}.
 */
public final class AsyncLock extends PermitSource {
    private final WaitList waiting = new WaitList(this);

    /** Null while it is free; then nobody waits. */
    private @Nullable Permit held;

    /** Of the task that holds it, if others wait; may outlast their waiting. */
    private @Nullable OwnerWatch watch;

    /** Makes a lock that is free. */
    public AsyncLock() {}

    /**
     * A lock's state at a moment.
     *
     * @param locked whether it is held
     * @param owner the task that acquired it; null if it is free, or was taken outside of any task
     * @param waiting how many wait for it
     */
    public record Statistics(boolean locked, @Nullable Task<?> owner, int waiting) {}

    /**
     * Acquires the lock; suspends only if it is held.
     *
     * @return a coroutine that gives the permit to be closed. It throws an {@link
     *     IllegalStateException} in the task that holds the lock, and an {@link
     *     AbandonedLockException} if the task that holds it has ended
     */
    public Coroutine<Permit> acquire() {
        return new Acquire();
    }

    /**
     * What {@code await(acquire())} comes to in woven code: no coroutine is made unless it has to
     * wait.
     *
     * @param awaiter the coroutine that awaits, running on this thread
     * @return the permit, or a mark that the awaiter has to wait
     */
    public @Nullable Object acquireFrom(Coroutine<?> awaiter) {
        Task<?> task = taskHere(awaiter);
        if (task == null || held != null) {
            return acquire().awaitFrom(awaiter);
        }
        held = new Permit(this, task);
        return held;
    }

    /**
     * Acquires the lock if it is free.
     *
     * @return the permit to be closed; null if the lock is held
     */
    public @Nullable Permit tryAcquire() {
        checkCall("tryAcquire");
        if (held != null) {
            return null;
        }
        held = new Permit(this, Task.current());
        return held;
    }

    /**
     * Releases the lock, as closing its permit does.
     *
     * @throws IllegalStateException if it is free, or was acquired by another task and its permit
     *     is not that task's result
     */
    public void release() {
        checkCall("release");
        requireHeldHere("release").spend();
        passOn();
    }

    /**
     * Whether it is held.
     *
     * @return true while it is
     */
    public boolean locked() {
        checkCall("locked");
        return held != null;
    }

    /**
     * Its state now.
     *
     * @return a record of it
     */
    public Statistics statistics() {
        checkCall("statistics");
        return new Statistics(held != null, owner(), waiting.size());
    }

    private @Nullable Task<?> owner() {
        return held != null && held.holder instanceof Task<?> task ? task : null;
    }

    /** The permit of the task that runs now, or one that was the result of another. */
    Permit requireHeldHere(String method) {
        Permit permit = held;
        if (permit == null) {
            throw new IllegalStateException(name() + " is not locked: " + method + " needs it");
        }
        Task<?> owner = owner();
        Task<?> here = Task.current();
        if (owner != here && owner != null && (!owner.done() || isAbandoned())) {
            throw new IllegalStateException(
                    name()
                            + " is held by "
                            + owner
                            + " and not by "
                            + (here == null ? "this callback" : here)
                            + " that calls "
                            + method
                            + ": to release it from elsewhere, close the permit");
        }
        return permit;
    }

    @Override
    void giveBack(Permit permit) {
        if (held != permit) {
            throw new IllegalStateException(
                    permit + " does not hold it now: its task waits for a condition");
        }
        passOn();
    }

    /** Gives the lock to who is next, or to nobody. */
    void passOn() {
        Task<?> owner = owner();
        if (watch != null && owner != null) {
            watch.end(owner);
            watch = null;
        }
        LockPlace<?> next = (LockPlace<?>) waiting.poll();
        if (next == null) {
            held = null;
        } else {
            give(next);
        }
    }

    /** Gives the lock to one that waits for a condition no more, when it can have it. */
    void giveInTurn(LockPlace<?> place) {
        if (held == null) {
            give(place);
        } else if (isAbandoned()) {
            place.wake(place.abandoned(failure()));
        } else {
            waiting.add(place);
            watchOwner();
        }
    }

    private void give(LockPlace<?> place) {
        Permit permit = place.holding();
        held = permit;
        place.wake(place.outcome(permit));
        if (waiting.size() > 0) {
            watchOwner();
        }
    }

    private void watchOwner() {
        Task<?> owner = owner();
        if (watch == null && owner != null && !owner.done()) {
            watch = OwnerWatch.begin(this, owner);
        }
    }

    /** The task that holds it has ended while others wait, or did not wait any more. */
    void ownerEnded() {
        watch = null;
        if (isAbandoned()) {
            waiting.wakeIf(place -> true, place -> ((LockPlace<?>) place).abandoned(failure()));
        }
    }

    /** Whether its task ended and left it locked; a task may end with the permit as its result. */
    private boolean isAbandoned() {
        Task<?> owner = owner();
        return owner != null && owner.done() && owner.value != held;
    }

    private AbandonedLockException failure() {
        return new AbandonedLockException(
                owner() + " ended and did not release " + name() + ", for which others wait");
    }

    @Override
    public String toString() {
        if (held == null) {
            return name() + " (free)";
        }
        Task<?> owner = owner();
        return name()
                + " (held"
                + (owner == null ? "" : " by " + owner)
                + (owner != null && owner.done() ? ", which is done" : "")
                + ", "
                + waiting.size()
                + " waiting)";
    }

    private final class Acquire extends LockPlace<Permit> {
        Acquire() {
            super(waiting);
        }

        @Override
        void enlist() {
            super.enlist();
            watchOwner();
        }

        @Override
        Thrown abandoned(AbandonedLockException failure) {
            return new Thrown(failure);
        }

        @Override
        @Nullable Object attempt(Task<?> task) {
            Permit permit = held;
            if (permit == null) {
                permit = new Permit(AsyncLock.this, task);
                held = permit;
                return permit;
            }
            if (permit.holder == task) {
                throw new IllegalStateException(
                        name() + " is held by " + task + " already: it would wait for itself");
            }
            if (isAbandoned()) {
                throw failure();
            }
            return WAIT;
        }

        @Override
        Permit holding() {
            return new Permit(AsyncLock.this, task());
        }

        @Override
        Permit outcome(Permit holding) {
            return holding;
        }

        @Override
        String verb() {
            return "acquire";
        }
    }
}
