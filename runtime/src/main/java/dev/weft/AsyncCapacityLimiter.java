package dev.weft;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A semaphore that knows who holds its tokens: who borrows one that has one already, or gives back
 * what it does not have, is told. The number of tokens can be changed at any time.
 *
 * <p>A borrower is a task, or any object that stands for one, as a connection or a user's name
 * does; objects that are equal are one borrower. A token that is given back goes to who has waited
 * longest, at that moment. A task that is cancelled while it waits leaves the line; one that was
 * given a token already has it, and the cancel comes at its next suspension.
 *
 * <p>It belongs to the loop on which it is first used, and is for that loop's thread only. trio's
 * {@code CapacityLimiter}.
 */
public final class AsyncCapacityLimiter extends PermitSource {
    private final WaitList waiting = new WaitList(this);
    private final Map<Object, Permit> borrowers = new LinkedHashMap<>();
    private final Set<Object> waitedFor = new HashSet<>();

    /** May be less than what is borrowed; while it is more, nobody waits. */
    private int total;

    /**
     * Makes a limiter.
     *
     * @param total how many tokens it has
     * @throws IllegalArgumentException if {@code total} is negative
     */
    public AsyncCapacityLimiter(int total) {
        Counts.requireNotNegative("total", total);
        this.total = total;
    }

    /**
     * A limiter's state at a moment.
     *
     * @param total how many tokens it has
     * @param borrowed how many are borrowed; more than {@code total} if that was lowered
     * @param borrowers who has them, in the order in which they got them
     * @param waiting how many wait for one
     */
    public record Statistics(int total, int borrowed, Set<Object> borrowers, int waiting) {}

    /**
     * Borrows a token for the task that awaits this; suspends only if none is left.
     *
     * @return a coroutine that gives the permit, to be closed. It throws an {@link
     *     IllegalStateException} if the task has one already
     */
    public Coroutine<Permit> acquire() {
        return new Acquire(null);
    }

    /**
     * Borrows a token for somebody; suspends only if none is left.
     *
     * @param borrower for whom
     * @return a coroutine that gives the permit, to be closed. It throws an {@link
     *     IllegalStateException} if the borrower has one already, or waits for one
     */
    public Coroutine<Permit> acquireOnBehalfOf(Object borrower) {
        return new Acquire(Objects.requireNonNull(borrower, "borrower"));
    }

    /**
     * Borrows a token for the running task if one is left.
     *
     * @return the permit, to be closed; null if none is left
     * @throws IllegalStateException if the task has one already, or outside of any task
     */
    public @Nullable Permit tryAcquire() {
        return tryAcquireOnBehalfOf(currentTask("tryAcquire"));
    }

    /**
     * Borrows a token for somebody if one is left.
     *
     * @param borrower for whom
     * @return the permit, to be closed; null if none is left
     * @throws IllegalStateException if the borrower has one already, or waits for one
     */
    public @Nullable Permit tryAcquireOnBehalfOf(Object borrower) {
        checkCall("tryAcquireOnBehalfOf");
        requireNew(Objects.requireNonNull(borrower, "borrower"));
        return borrowers.size() < total ? lend(borrower) : null;
    }

    /**
     * Gives the running task's token back, as closing its permit does.
     *
     * @throws IllegalStateException if the task has none, or outside of any task
     */
    public void release() {
        releaseOnBehalfOf(currentTask("release"));
    }

    /**
     * Gives somebody's token back, as closing its permit does.
     *
     * @param borrower whose
     * @throws IllegalStateException if the borrower has none
     */
    public void releaseOnBehalfOf(Object borrower) {
        checkCall("releaseOnBehalfOf");
        Permit permit = borrowers.get(Objects.requireNonNull(borrower, "borrower"));
        if (permit == null) {
            throw new IllegalStateException(
                    borrower + " has no token of " + name() + " to give back");
        }
        permit.spend();
        giveBack(permit);
    }

    /**
     * How many tokens it has.
     *
     * @return the number, lent ones included
     */
    public int total() {
        checkCall("total");
        return total;
    }

    /**
     * Changes how many tokens it has. If they become more, those that wait get them; if they become
     * fewer than are borrowed, none is lent until enough have come back.
     *
     * @param total the new number
     * @throws IllegalArgumentException if {@code total} is negative
     */
    public void setTotal(int total) {
        checkCall("setTotal");
        Counts.requireNotNegative("total", total);
        this.total = total;
        lendToWaiting();
    }

    /**
     * How many tokens are borrowed.
     *
     * @return the number
     */
    public int borrowed() {
        checkCall("borrowed");
        return borrowers.size();
    }

    /**
     * How many tokens are left.
     *
     * @return the number; negative if more are borrowed than there are
     */
    public int available() {
        checkCall("available");
        return total - borrowers.size();
    }

    /**
     * Its state now.
     *
     * @return a record of it
     */
    public Statistics statistics() {
        checkCall("statistics");
        Set<Object> copy = Collections.unmodifiableSet(new LinkedHashSet<>(borrowers.keySet()));
        return new Statistics(total, borrowers.size(), copy, waiting.size());
    }

    private Task<?> currentTask(String method) {
        checkCall(method);
        Task<?> task = Task.current();
        if (task == null) {
            throw new IllegalStateException(
                    method
                            + " of "
                            + name()
                            + " is for a task: elsewhere name the borrower, with "
                            + method
                            + "OnBehalfOf");
        }
        return task;
    }

    private void requireNew(Object borrower) {
        if (borrowers.containsKey(borrower)) {
            throw new IllegalStateException(borrower + " has a token of " + name() + " already");
        }
        if (waitedFor.contains(borrower)) {
            throw new IllegalStateException(
                    borrower + " waits for a token of " + name() + " already");
        }
    }

    private Permit lend(Object borrower) {
        Permit permit = new Permit(this, borrower);
        borrowers.put(borrower, permit);
        return permit;
    }

    @Override
    void giveBack(Permit permit) {
        borrowers.remove(Objects.requireNonNull(permit.holder));
        lendToWaiting();
    }

    private void lendToWaiting() {
        while (borrowers.size() < total && waiting.poll() instanceof Acquire next) {
            waitedFor.remove(next.borrower());
            next.wake(lend(next.borrower()));
        }
    }

    @Override
    public String toString() {
        return name()
                + " ("
                + borrowers.size()
                + " of "
                + total
                + " borrowed, "
                + waiting.size()
                + " waiting)";
    }

    private final class Acquire extends Place<Permit> {
        private final @Nullable Object named;

        Acquire(@Nullable Object named) {
            super(waiting);
            this.named = named;
        }

        private Object borrower() {
            return named == null ? task() : named;
        }

        @Override
        @Nullable Object attempt(Task<?> task) {
            requireNew(borrower());
            return borrowers.size() < total ? lend(borrower()) : WAIT;
        }

        @Override
        void enlist() {
            requireNew(borrower());
            waitedFor.add(borrower());
            super.enlist();
        }

        @Override
        void withdraw() {
            if (listed) {
                waitedFor.remove(borrower());
            }
            super.withdraw();
        }

        @Override
        String verb() {
            return "acquire";
        }
    }
}
