package dev.weft;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine that runs by itself on an event loop, beside the one that made it.
 *
 * <p>The loop holds its tasks until they are done. Awaiting a task gives its result or throws its
 * failure, the same object to every awaiter; awaiting one that was cancelled throws {@link
 * java.util.concurrent.CancellationException}. A failure that nobody looks at goes to the loop's
 * exception handler. Everything but {@link #cancel()}, {@link #done()} and {@link #asStage()} is
 * for the loop's thread only. asyncio's {@code Task}.
 *
 * @param <T> the type of the result
 */
public final class Task<T extends @Nullable Object> extends Execution<T> {
    /**
     * A {@link Waiting}, task or promise; null while it is due to resume with a value, or is done.
     * While it runs this is null or {@link YieldNow#WAITING}, which is left in place since a task
     * that yields is likely to yield again, and a store costs more than a look.
     */
    @Nullable Object waitingOn;

    /** Null for a task that was never cancelled. */
    @Nullable Cancellation cancellation;

    /** The block that it opened last and has not closed; null for none. */
    @Nullable Scope scope;

    /** Its neighbours among the loop's tasks. */
    @Nullable Task<?> previous;

    @Nullable Task<?> next;

    private @Nullable String name;

    /** For its name, which most tasks are never asked for. */
    private final int number;

    Task(EventLoop loop, Coroutine<T> coroutine, @Nullable String name, @Nullable Context context) {
        super(loop, coroutine.isValue() ? new TailAwait<>(coroutine) : coroutine);
        this.context = context;
        this.name = name;
        this.number = loop.tasks.nextNumber();
    }

    /** Takes the coroutine's one run; apart from the constructor, as it hands the task out. */
    Task<T> claim() {
        Coroutine<?> root = innermost;
        assert root != null;
        root.startIn(this);
        return this;
    }

    /**
     * The task that runs now on this thread.
     *
     * @return the task; null outside of any, as in a plain callback
     */
    public static @Nullable Task<?> current() {
        EventLoop loop = Running.loopOrNull();
        return loop == null ? null : loop.currentTask();
    }

    /**
     * The tasks of this thread's running loop that are not done. asyncio's {@code all_tasks}.
     *
     * @return a new set, in the order in which they were made
     * @throws IllegalStateException if no loop runs in this thread
     */
    public static Set<Task<?>> all() {
        return EventLoop.running().allTasks();
    }

    /**
     * Its name.
     *
     * @return the name that it was given, or {@code Task-1} and so on, counted for each loop
     */
    public String name() {
        String name = this.name;
        if (name == null) {
            name = "Task-" + number;
            this.name = name;
        }
        return name;
    }

    /**
     * Requests cancelling, without a message.
     *
     * @return as {@link #cancel(String)}
     */
    public boolean cancel() {
        return cancel(null);
    }

    /**
     * Requests that the task be cancelled: a {@link CancelledError} is thrown into it where it is
     * suspended, or at its next suspension if it runs, has not started, or is due to resume with a
     * value. If it awaits another task, promise or stage, that is cancelled first. The body decides
     * what it does with the error; the task is cancelled when the error leaves it.
     *
     * <p>From another thread than the loop's the request is handed over.
     *
     * @param message the error's message; null for none
     * @return false if the task was done already, and nothing was requested
     */
    public boolean cancel(@Nullable String message) {
        if (done()) {
            return false;
        }
        EventLoop loop = home();
        if (loop.runsHere()) {
            return loop.cancelling.request(this, message);
        }
        Runnable request = () -> loop.cancelling.request(this, message);
        if (!loop.doneWhileIdle(request)) {
            loop.handOver(request);
        }
        return true;
    }

    /**
     * How many requests to cancel were made and not taken back.
     *
     * @return the number
     */
    public int cancelling() {
        home().checkThread("cancelling");
        return cancellation == null ? 0 : cancellation.requests;
    }

    /**
     * Takes one request to cancel back, if there is one. When none is left, one that was not
     * delivered yet never is.
     *
     * @return how many are left
     */
    public int uncancel() {
        home().checkThread("uncancel");
        return cancellation == null ? 0 : cancellation.takeBack();
    }

    /**
     * Has something called when the task is done: by the loop, in the order of registration, one
     * iteration later.
     *
     * @param action given this task
     */
    public void addDoneCallback(Consumer<? super Task<T>> action) {
        home().checkThread("addDoneCallback");
        DoneCallback.add(this, action);
    }

    /**
     * Removes callbacks that have not become due.
     *
     * @param action those equal to it are removed
     * @return how many were
     */
    public int removeDoneCallback(Consumer<? super Task<T>> action) {
        home().checkThread("removeDoneCallback");
        return DoneCallback.remove(this, action);
    }

    /**
     * The task as a stage, for APIs that take one. From any thread.
     *
     * @return a new future that ends as the task does; cancelling it requests the task's
     *     cancelling, and it is done when the task is
     */
    public CompletableFuture<T> asStage() {
        return TaskFuture.of(this);
    }

    @Override
    protected void run() {
        resume();
    }

    /** Runs within another callback than itself. */
    void runWithin() {
        EventLoop loop = home();
        Task<?> interrupted = loop.currentTask();
        if (interrupted != null) {
            interrupted.waitingOn = null;
        }
        Task<?> outer = loop.within;
        Context entered = loop.entered;
        loop.within = this;
        loop.entered = null;
        loop.nesting++;
        try {
            if (loop.carriers == null) {
                run();
            } else {
                loop.carriers.runStep(this::run, this);
            }
        } finally {
            loop.nesting--;
            loop.within = outer;
            loop.entered = entered;
        }
    }

    /** Suspends until {@code waiting} wakes this. It knows of this task already. */
    Object suspendOn(Object waiting, Coroutine<?> awaiter) {
        if (innermost != awaiter) {
            innermost = awaiter;
        }
        EventLoop loop = home();
        if (loop.suspendedLast != null) {
            loop.suspendedLast = null;
        }
        if (waitingOn != waiting) {
            waitingOn = waiting;
        }
        if (cancellation != null && cancellation.pending > 0) {
            loop.cancelling.deliverPending(this, cancellation);
        }
        return Coroutine.SUSPENDED;
    }

    /** Suspends for one iteration. */
    Object suspendForYield(@Nullable Object result, Coroutine<?> awaiter) {
        if (result != null) {
            value = result;
        }
        home().driver.execute(this);
        return suspendOn(YieldNow.WAITING, awaiter);
    }

    /** Makes the task due to resume, unless it does not wait for this any more. */
    void wake(Object source, @Nullable Object received) {
        if (waitingOn == source) {
            waitingOn = null;
            if (cancellation != null) {
                cancellation.forwarded = 0;
            }
            value = received;
            home().driver.execute(this);
        }
    }

    /** As {@link #wake}, when what it waits for was cancelled, by the task or by somebody else. */
    void wakeCancelled(Object source, Throwable cancellation) {
        wake(source, new Thrown(wasForwarded() ? cancelledNow() : cancellation));
    }

    /** What it waits for now; null while it runs, is due to resume, or is done. */
    @Nullable Object waiting() {
        return this == home().currentTask() ? null : waitingOn;
    }

    boolean wasForwarded() {
        return cancellation != null && cancellation.forwarded > 0;
    }

    CancelledError cancelledNow() {
        if (cancellation == null) {
            return new CancelledError();
        }
        cancellation.deliveries++;
        return new CancelledError(cancellation.message);
    }

    /**
     * Wakes this with a value in spite of a cancel, which stays pending until it suspends again.
     */
    void wakeUncancelled(Object source, @Nullable Object received) {
        if (waitingOn == source && cancellation != null && cancellation.forwarded > 0) {
            cancellation.pending += cancellation.forwarded;
            cancellation.returned++;
        }
        wake(source, received);
    }

    /** As a {@link Waiter}, which it is not, so as not to have a public method for it. */
    void completed(Eventual<?> source) {
        if (waitingOn == source) {
            wake(source, source.outcomeFor(wasForwarded() ? this : null));
        }
    }

    @Override
    void finish(@Nullable Object result) {
        home().tasks.remove(this);
        waitingOn = null;
        if (scope != null) {
            Scope.taskEnded(this, scope);
        }
        if (result instanceof Thrown thrown) {
            thrown.traced = false;
            if (thrown.error instanceof CancelledError) {
                end(CANCELLED, thrown.error);
            } else {
                end(FAILED, thrown);
            }
        } else {
            end(SUCCEEDED, result);
        }
    }

    @Override
    @Nullable Object awaitForeign(Eventual<?> source, Coroutine<?> awaiter) {
        throw new IllegalStateException(
                source
                        + " belongs to another event loop than "
                        + this
                        + " that awaits it; to wait across loops await its asStage()");
    }

    @Override
    @Nullable Object awaitStage(CompletionStage<?> stage, Coroutine<?> awaiter) {
        return StageWait.await(stage, this, awaiter);
    }

    @Override
    @Nullable Coroutine<?> suspendedLast() {
        return home().suspendedLast;
    }

    @Override
    void suspendedLast(@Nullable Coroutine<?> coroutine) {
        home().suspendedLast = coroutine;
    }

    @Override
    Task<?> asTask() {
        return this;
    }

    @Override
    @Nullable Object awaitElsewhere(Coroutine<?> coroutine, Coroutine<?> awaiter) {
        throw new AssertionError("a task runs its coroutines itself");
    }

    @Override
    public String toString() {
        return "task " + name();
    }
}
