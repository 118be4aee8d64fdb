package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What task groups have in common: a block that ends when all of its children have. */
abstract class Group extends Scope {
    final Brood brood = new Brood(this);

    /** Our request to cancel the body, once something else than the body has ended the group. */
    private @Nullable OwnRequest request;

    /** The children were cancelled, and there are to be no further ones. */
    private boolean aborting;

    /** The body has ended, and the task waits for the children. */
    private boolean exiting;

    /** All is over. */
    private boolean finished;

    /**
     * Makes a task that is a child of this group.
     *
     * @param coroutine what it runs
     * @param <T> the type of the result
     * @return the task
     * @throws IllegalStateException if the group is being cancelled or has ended
     */
    public <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine) {
        return spawn(coroutine, null, task.home().tasks.factory, brood);
    }

    /**
     * Makes a task with a name that is a child of this group.
     *
     * @param coroutine what it runs
     * @param name its name; null for {@code Task-N}
     * @param <T> the type of the result
     * @return the task
     * @throws IllegalStateException if the group is being cancelled or has ended
     */
    public <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, @Nullable String name) {
        return spawn(coroutine, name, task.home().tasks.factory, brood);
    }

    /**
     * Makes a task that is a child of this group and starts when it is said here. One that fails at
     * once cancels the group in the next iteration.
     *
     * @param coroutine what it runs
     * @param start when it starts, whatever the loop's setting is
     * @param <T> the type of the result
     * @return the task, which may be done already
     * @throws IllegalStateException if the group is being cancelled or has ended
     */
    public <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, TaskStart start) {
        return spawn(coroutine, null, start, brood);
    }

    <T extends @Nullable Object> Task<T> spawn(
            Coroutine<T> coroutine, @Nullable String name, TaskFactory start, Waiter waiter) {
        Objects.requireNonNull(coroutine, "coroutine");
        boolean over = finished || exiting && brood.isEmpty();
        if (aborting || over) {
            if (Debug.ENABLED) {
                NeverAwaited.started(coroutine);
            }
            throw new IllegalStateException(
                    this + (over ? " has ended" : " is being cancelled") + ": no new tasks");
        }
        EventLoop loop = task.home();
        loop.checkThread("createTask");
        Task<T> child = loop.tasks.make(coroutine, name, CurrentContext.copyFor(loop));
        brood.add(child, waiter);
        loop.tasks.begin(child, start);
        return child;
    }

    /**
     * Makes a child and waits until it says that it is ready, as a server does that listens. Until
     * then it belongs to who waits: a failure is thrown there and not in the group, and cancelling
     * the wait cancels the child. trio's {@code Nursery.start}.
     *
     * <pre>{@code
     * Integer port = await(group.start(ready -> serve(address, ready)));
     * }</pre>
     *
     * @param body given the handshake whose {@code started} it calls when it is ready
     * @param <T> the type of what it tells with that
     * @return a coroutine that gives what {@code started} was called with; if the child ends before
     *     that, what it fails with is thrown, an {@link IllegalStateException} if it does not fail
     */
    public <T extends @Nullable Object> Coroutine<T> start(Startable<T> body) {
        return start(body, null);
    }

    /**
     * As {@link #start(Startable)}, of a task with a name.
     *
     * @param body given the handshake whose {@code started} it calls when it is ready
     * @param name its name; null for {@code Task-N}
     * @param <T> the type of what it tells with that
     * @return a coroutine that gives what {@code started} was called with
     */
    public <T extends @Nullable Object> Coroutine<T> start(
            Startable<T> body, @Nullable String name) {
        return new Start<>(this, Objects.requireNonNull(body, "body"), name);
    }

    /**
     * Waits within the block until no child is left, those that are added meanwhile included. For
     * the task of the block only. Cancelling ends the wait and leaves the children to the end of
     * the block.
     *
     * @return a coroutine that ends then
     */
    public Coroutine<@Nullable Void> join() {
        return brood.join();
    }

    /**
     * Ends the group early: cancels the children and what the block awaits. The block is then left
     * without an error, unless a child or the body fails. A second call does nothing, nor does one
     * after the end. For the loop's thread only. asyncio's {@code TaskGroup.cancel}.
     */
    public void cancel() {
        task.home().checkThread("cancel");
        if (!finished && !aborting) {
            abortAll();
        }
    }

    /** Cancels children, and the body if that still runs. */
    final void abortAll() {
        abort();
        if (!exiting && request == null) {
            request = new OwnRequest(task, requestsBefore, this);
        }
    }

    final void abort() {
        if (!aborting) {
            aborting = true;
            brood.cancelAll();
        }
    }

    final boolean isAborting() {
        return aborting;
    }

    @Override
    public Coroutine<@Nullable Throwable> exit(@Nullable Throwable failure) {
        if (!leave()) {
            return leaving(failure);
        }
        exiting = true;
        if (failure != null) {
            abort();
        }
        return brood.isEmpty() ? leaving(end(failure, null)) : new GroupEnd(this, failure);
    }

    /**
     * Ends the group when no child is left.
     *
     * @param failure what left the body
     * @param cancelled what the wait for the children ended with, if it was cancelled
     * @return what leaves the block
     */
    final @Nullable Throwable end(@Nullable Throwable failure, @Nullable CancelledError cancelled) {
        finished = true;
        CancelledError cancel = failure instanceof CancelledError error ? error : cancelled;
        if (request != null && request.takeBack()) {
            cancel = null;
        }
        return ending(failure instanceof CancelledError ? null : failure, cancel);
    }

    /**
     * What leaves the block.
     *
     * @param failure what left the body, if it was no cancel
     * @param cancel what the cancelling of the task has led to, if not only the group asked for it
     */
    abstract @Nullable Throwable ending(
            @Nullable Throwable failure, @Nullable CancelledError cancel);

    /** A child failed; called in the next iteration. */
    abstract void childFailed(Task<?> child, Thrown thrown);

    /** A cancel of the task that something else takes the place of is delivered again. */
    final void keepCancelPending() {
        if (task.cancellation != null && requests(task) > requestsBefore) {
            task.cancellation.deliverAgain();
        }
    }

    final boolean hasFinished() {
        return finished;
    }

    @Override
    void abandoned() {
        finished = true;
        abort();
        if (request != null) {
            request.takeBack();
        }
    }
}
