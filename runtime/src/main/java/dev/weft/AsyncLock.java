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
 * already has it, and the cancel comes at its next suspension. The lock is not reentrant: the task
 * that acquired it cannot acquire it again before it is released. A permit that is never closed
 * keeps it locked, also when its task has ended.
 *
 * <p>It belongs to the loop on which it is first used, and is for that loop's thread only.
 * asyncio's {@code Lock}.
 */
public final class AsyncLock extends PermitSource {
    private final WaitList waiting = new WaitList(this);

    /** Null while it is free; then nobody waits. */
    private @Nullable Permit held;

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
     *     IllegalStateException} in the task that holds the lock
     */
    public Coroutine<Permit> acquire() {
        return new Acquire();
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
     * @throws IllegalStateException if it is free, or was acquired by another task that is not done
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

    /** The permit of the task that runs now. Once the task that acquired it is done, of any. */
    Permit requireHeldHere(String method) {
        Permit permit = held;
        if (permit == null) {
            throw new IllegalStateException(name() + " is not locked: " + method + " needs it");
        }
        Task<?> owner = owner();
        Task<?> here = Task.current();
        if (owner != here && owner != null && !owner.done()) {
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
        } else {
            waiting.add(place);
        }
    }

    private void give(LockPlace<?> place) {
        Permit permit = place.holding();
        held = permit;
        place.wake(place.outcome(permit));
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
