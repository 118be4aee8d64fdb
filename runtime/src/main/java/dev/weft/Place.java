package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * An operation that may have to wait in a {@link WaitList}: the coroutine, its place in the list
 * and what its task waits on, in one object.
 */
abstract class Place<T extends @Nullable Object> extends Leaf<T> implements Waiting {
    /** What {@link #attempt} gives that has to wait. */
    static final Object WAIT = SUSPENDED;

    /** Where it waits, or would. */
    WaitList list;

    /** Its neighbours in the list. */
    @Nullable Place<?> previous;

    @Nullable Place<?> next;

    /** Whether it stands in the list now. */
    boolean listed;

    /** Its part in a select; null where it is awaited by itself. */
    private @Nullable Alternative alternative;

    Place(WaitList list) {
        this.list = list;
    }

    /**
     * Does the operation if it can be done now, wholly or not at all.
     *
     * @return its result, or {@link #WAIT}; what it throws it fails with
     */
    abstract @Nullable Object attempt(Task<?> task);

    /** Begins to wait. */
    void enlist() {
        list.add(this);
    }

    /** Ends waiting without the operation, and it never happened. Nothing if it does not wait. */
    void withdraw() {
        if (listed) {
            list.remove(this);
        }
    }

    /** What it does, for who looks at a waiting task. */
    abstract String verb();

    @Override
    @Nullable Object begin(Task<?> task, Coroutine<?> awaiter) {
        list.owner.checkTask(task);
        Object now = attempt(task);
        if (now != WAIT) {
            return now;
        }
        enlist();
        return task.suspendOn(this, awaiter);
    }

    /** As {@link #awaitFrom}, where the operation was tried just now and has to wait. */
    final Object waitIn(Task<?> task, Coroutine<?> awaiter) {
        startIn(task);
        enlist();
        return task.suspendOn(this, awaiter);
    }

    /** As {@link #begin} without waiting, for an alternative among others. */
    final @Nullable Object attemptFor(Alternative alternative, Task<?> task) {
        startIn(task);
        this.alternative = alternative;
        list.owner.checkTask(task);
        return attempt(task);
    }

    /** Ends the wait of one that was taken out of the list, with a value or a {@link Thrown}. */
    final void wake(@Nullable Object received) {
        if (alternative == null) {
            task().wake(this, received);
        } else {
            alternative.decide(received);
        }
    }

    @Override
    public boolean cancelWait(Task<?> task) {
        withdraw();
        task.wake(this, new Thrown(task.cancelledNow()));
        return true;
    }

    @Override
    public String toString() {
        return verb() + " of " + list.owner;
    }
}
