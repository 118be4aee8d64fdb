package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * Holds tasks up until a number of them has come, then lets them go together. It can be used again
 * at once: who comes next is the first of the next round, also while those of the last have not run
 * yet.
 *
 * <p>It belongs to the loop on which it is first used, and is for that loop's thread only.
 * asyncio's {@code Barrier}.
 */
public final class AsyncBarrier extends LoopBound {
    private final int parties;
    private final WaitList waiting = new WaitList(this);
    private boolean broken;

    /**
     * Makes a barrier.
     *
     * @param parties how many tasks it takes to open it
     * @throws IllegalArgumentException if {@code parties} is less than 1
     */
    public AsyncBarrier(int parties) {
        Counts.requirePositive("parties", parties);
        this.parties = parties;
    }

    /**
     * A barrier's state at a moment.
     *
     * @param parties how many tasks it takes to open it
     * @param waiting how many wait there
     * @param broken whether it was aborted and not reset since
     */
    public record Statistics(int parties, int waiting, boolean broken) {}

    /**
     * Waits for the others; the last to come does not suspend. A task that is cancelled while it
     * waits counts no more. asyncio's {@code wait}.
     *
     * @return a coroutine that gives a number from 0 to {@code parties() - 1}, to each task of a
     *     round another, in the order in which they came. It throws an {@link
     *     AsyncBrokenBarrierException} if the barrier is broken, aborted or reset
     */
    public Coroutine<Integer> await() {
        return new Await();
    }

    /** Fails those that wait; the barrier is as new then, also if it was broken. */
    public void reset() {
        checkCall("reset");
        broken = false;
        failAll("was reset");
    }

    /** Breaks the barrier: those that wait and those that come fail, until it is reset. */
    public void abort() {
        checkCall("abort");
        broken = true;
        failAll("was aborted");
    }

    private void failAll(String what) {
        waiting.wakeIf(
                place -> true,
                place -> new Thrown(new AsyncBrokenBarrierException(name() + " " + what)));
    }

    /**
     * How many tasks it takes to open it.
     *
     * @return the number
     */
    public int parties() {
        return parties;
    }

    /**
     * How many tasks wait there. asyncio's {@code n_waiting}.
     *
     * @return the number
     */
    public int waiting() {
        checkCall("waiting");
        return waiting.size();
    }

    /**
     * Whether it was aborted and not reset since.
     *
     * @return true if it is broken
     */
    public boolean broken() {
        checkCall("broken");
        return broken;
    }

    /**
     * Its state now.
     *
     * @return a record of it
     */
    public Statistics statistics() {
        checkCall("statistics");
        return new Statistics(parties, waiting.size(), broken);
    }

    @Override
    public String toString() {
        return name()
                + (broken ? " (broken)" : " (" + waiting.size() + " of " + parties + " waiting)");
    }

    private int open() {
        int index = 0;
        Place<?> next;
        while ((next = waiting.poll()) != null) {
            next.wake(index++);
        }
        return index;
    }

    private final class Await extends Place<Integer> {
        Await() {
            super(waiting);
        }

        @Override
        @Nullable Object attempt(Task<?> task) {
            if (broken) {
                throw new AsyncBrokenBarrierException(AsyncBarrier.this.name() + " is broken");
            }
            return waiting.size() == parties - 1 ? open() : WAIT;
        }

        @Override
        String verb() {
            return "await";
        }
    }
}
