package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A number of permits for tasks: who finds none left waits until one is released.
 *
 * <pre>{@code
 * try (var permit = await(semaphore.acquire())) {
 *     return done(await(fetch(uri)));
 * }
 * }</pre>
 *
 * <p>A permit that is released goes to who has waited longest, at that moment, so that nobody
 * overtakes. A task that is cancelled while it waits leaves the line; one that was given a permit
 * already has it, and the cancel comes at its next suspension.
 *
 * <p>It belongs to the loop on which it is first used, and is for that loop's thread only.
 * asyncio's {@code Semaphore}.
 */
public sealed class AsyncSemaphore extends PermitSource permits AsyncBoundedSemaphore {
    private final WaitList waiting = new WaitList(this);

    /** Permits that nobody holds; while there are any, nobody waits. */
    private int available;

    /**
     * Makes a semaphore.
     *
     * @param permits how many permits it has at first
     * @throws IllegalArgumentException if {@code permits} is negative
     */
    public AsyncSemaphore(int permits) {
        Counts.requireNotNegative("permits", permits);
        this.available = permits;
    }

    /**
     * A semaphore's state at a moment.
     *
     * @param available how many permits nobody holds
     * @param waiting how many wait for one
     */
    public record Statistics(int available, int waiting) {}

    /**
     * Acquires a permit; suspends only if there is none.
     *
     * @return a coroutine that gives the permit, to be closed
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
    public final @Nullable Object acquireFrom(Coroutine<?> awaiter) {
        Task<?> task = taskHere(awaiter);
        return task != null && available > 0 ? take(task) : acquire().awaitFrom(awaiter);
    }

    /**
     * Acquires a permit if there is one.
     *
     * @return the permit, to be closed; null if there is none
     */
    public @Nullable Permit tryAcquire() {
        checkCall("tryAcquire");
        return available > 0 ? take(Task.current()) : null;
    }

    /**
     * Adds a permit, which nobody needs to have acquired. Not for one that is closed as well.
     *
     * @throws IllegalStateException if it is a bounded one and has all its permits
     */
    public void release() {
        checkCall("release");
        add();
    }

    /**
     * Whether one would have to wait.
     *
     * @return true if no permit is left
     */
    public boolean locked() {
        checkCall("locked");
        return available == 0;
    }

    /**
     * Its state now.
     *
     * @return a record of it
     */
    public Statistics statistics() {
        checkCall("statistics");
        return new Statistics(available, waiting.size());
    }

    @Override
    final void giveBack(Permit permit) {
        add();
    }

    private void add() {
        checkRoomFor(available);
        if (waiting.poll() instanceof Acquire next) {
            next.wake(new Permit(this, next.task()));
        } else {
            available++;
        }
    }

    /** Checks that one more permit may be released. */
    void checkRoomFor(int available) {
        if (available == Integer.MAX_VALUE) {
            throw new IllegalStateException(name() + " has as many permits as can be counted");
        }
    }

    private Permit take(@Nullable Task<?> task) {
        available--;
        return new Permit(this, task);
    }

    @Override
    public String toString() {
        return name() + " (" + available + " left, " + waiting.size() + " waiting)";
    }

    private final class Acquire extends Place<Permit> {
        Acquire() {
            super(waiting);
        }

        @Override
        @Nullable Object attempt(Task<?> task) {
            return available > 0 ? take(task) : WAIT;
        }

        @Override
        String verb() {
            return "acquire";
        }
    }
}
