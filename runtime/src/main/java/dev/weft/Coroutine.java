package dev.weft;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A call of an {@code @Async} method: nothing of it runs until it is awaited or made a task.
 *
 * <p>A coroutine runs once. Awaiting it a second time is an {@link IllegalStateException}; only
 * those that are values already, {@code done(v)} and {@code failed(e)}, may be awaited any number
 * of times. The protected members are for the code that the processor writes. asyncio's coroutine
 * object.
 *
 * @param <T> what awaiting it gives
 */
public abstract class Coroutine<T extends @Nullable Object> implements Awaitable<T> {
    /** What a step or an await gives that has to wait. */
    protected static final Object SUSPENDED = new Mark("SUSPENDED");

    /** What a step of an iterator gives that has no more elements. */
    protected static final Object END = new Mark("END");

    /** A {@link #fate}: the failure leaves this, and no code of this runs. */
    static final int LEAVES = 0;

    /** A {@link #fate}: it is caught by code of this that never looks at it. */
    static final int UNSEEN = 2;

    /** A {@link #fate}: code of this may look at it. */
    static final int SEEN = 3;

    /**
     * Who awaits this one; null before it is awaited, in the root of a task, and after the end. Of
     * a generator that is suspended at an element, who awaited it last.
     */
    @Nullable Coroutine<?> parent;

    /** What this runs in; null until it is started, and never null again. */
    @Nullable Execution<?> execution;

    /** For subclasses. */
    @SuppressWarnings("this-escape") // the watch keeps it weakly and asks it nothing before its end
    protected Coroutine() {
        if (Debug.ENABLED) {
            NeverAwaited.created(this);
        }
    }

    /**
     * Runs from the start or the last suspension.
     *
     * @param received what the last suspension led to, for {@link #outcome}; at the start null
     * @return the value, or {@link #SUSPENDED}
     * @throws Exception what it fails with
     */
    protected abstract @Nullable Object step(@Nullable Object received) throws Exception;

    /**
     * What a suspension led to.
     *
     * @param received what the step was given
     * @return the value; a failure is thrown as it is
     */
    protected static @Nullable Object outcome(@Nullable Object received) {
        if (received instanceof Thrown thrown) {
            throw Sneaky.rethrow(thrown.error);
        }
        return received;
    }

    /**
     * What a step is given so that {@link #outcome} throws.
     *
     * @param failure what is thrown
     * @return for {@link #enterAgain} and {@link #step}
     */
    protected static Object failing(Throwable failure) {
        return new Thrown(failure);
    }

    /**
     * Where this can suspend.
     *
     * @return class, method, file and the lines of the suspension points separated by commas, each
     *     on its own line; null for none
     */
    protected @Nullable String trace() {
        return null;
    }

    /**
     * Where this is suspended.
     *
     * @return the number of the suspension point, from 1; 0 before the first
     */
    protected int suspensionPoint() {
        return 0;
    }

    /**
     * What becomes of a failure that is thrown where this is suspended.
     *
     * @param failure the failure
     * @return 0 if it leaves this without any code of this being run; 1 if some is, as in {@code
     *     finally}, and the failure leaves it then; 2 if it is caught and never used; 3 otherwise
     */
    protected int fate(Throwable failure) {
        return SEEN;
    }

    @Override
    public @Nullable Object awaitFrom(Coroutine<?> awaiter) {
        if (!enter(awaiter)) {
            return SUSPENDED;
        }
        try {
            return leave(step(null));
        } catch (Throwable failure) {
            throw Sneaky.rethrow(fail(failure));
        }
    }

    /**
     * Begins the one run of this coroutine, within its awaiter's.
     *
     * @param awaiter the coroutine that awaits, running on this thread
     * @return false if the stack is deep already: then this runs once the stack has unwound, and
     *     the await has to wait
     */
    protected final boolean enter(Coroutine<?> awaiter) {
        Execution<?> execution = awaiter.running();
        startIn(execution);
        parent = awaiter;
        if (++execution.depth <= Execution.DEEPEST) {
            return true;
        }
        execution.postpone(this);
        return false;
    }

    /**
     * Begins one of the runs of a coroutine that runs in pieces, as a generator does, each within
     * whichever awaiter asks for it.
     *
     * @param awaiter the coroutine that awaits, running on this thread
     * @param received what this run is given if it is stepped later; now, the caller gives it
     * @return as {@link #enter}
     */
    protected final boolean enterAgain(Coroutine<?> awaiter, @Nullable Object received) {
        Execution<?> execution = awaiter.running();
        if (this.execution != execution) {
            this.execution = execution;
        }
        if (parent != awaiter) {
            parent = awaiter;
        }
        if (++execution.depth <= Execution.DEEPEST) {
            return true;
        }
        execution.postpone(this);
        execution.value = received;
        return false;
    }

    /**
     * Whether somebody awaits this now.
     *
     * @return true between {@link #enter} or {@link #enterAgain} and the end of that run
     */
    protected final boolean isAwaited() {
        return parent != null;
    }

    /**
     * Says that an iterator is stepped by somebody who may leave it open: one that has to be closed
     * has itself watched then.
     *
     * @param stepper who steps it, running on this thread
     */
    protected void leftOpenBy(Coroutine<?> stepper) {}

    /**
     * Has the loop close this iterator if it is still open when the run ends.
     *
     * @param stepper who steps it, running on this thread
     * @return whether it will: a hot method may run on no loop
     */
    protected final boolean watch(Coroutine<?> stepper) {
        EventLoop loop = stepper.running().home;
        if (loop == null || !(this instanceof AsyncIterator<?> iterator)) {
            return false;
        }
        loop.openIterators.add(iterator);
        return true;
    }

    /** Ends what {@link #watch} began: it is closed. */
    protected final void endWatch() {
        EventLoop loop = running().home;
        if (loop != null && this instanceof AsyncIterator<?> iterator) {
            loop.openIterators.remove(iterator);
        }
    }

    /**
     * Ends what {@link #enter} began, unless the coroutine is suspended.
     *
     * @param result what the step gave
     * @return the same
     */
    protected final @Nullable Object leave(@Nullable Object result) {
        if (result != SUSPENDED) {
            running().depth--;
            parent = null;
            ended();
        } else {
            running().suspendedLast(this);
        }
        return result;
    }

    /**
     * Ends a run that {@link #enterAgain} began, of a coroutine that is to be entered again. Who
     * awaited it stays its parent until somebody else does: most often that is the same one, and a
     * look costs less than two stores.
     */
    protected final void leaveOpen() {
        running().depth--;
    }

    /**
     * Makes this the coroutine of a call that has run without one and suspends now. To be told from
     * the innermost such call outwards: each becomes the parent of what it awaits.
     *
     * @param awaiter the coroutine within which the call was made
     */
    protected final void beginIn(Coroutine<?> awaiter) {
        Execution<?> execution = awaiter.running();
        startIn(execution);
        parent = awaiter;
        Coroutine<?> awaited = execution.suspendedLast();
        if (awaited == null) {
            execution.innermost = this;
        } else {
            awaited.parent = this;
        }
        execution.suspendedLast(this);
    }

    /**
     * A failure leaves a call that ran without a coroutine: its stack trace gets the awaiting
     * methods.
     *
     * @param failure what the call threw
     * @param awaiter the coroutine within which the call was made
     */
    protected static void crossed(Throwable failure, Coroutine<?> awaiter) {
        Traces.crossing(failure, awaiter);
    }

    /**
     * Ends what {@link #enter} began by a failure, whose stack trace gets the awaiting methods.
     *
     * @param failure what the step threw
     * @return the same
     */
    protected final Throwable fail(Throwable failure) {
        Execution<?> execution = running();
        Traces.crossing(failure, this);
        execution.depth--;
        parent = null;
        ended();
        return failure;
    }

    /**
     * Lets go of arguments and saved values: the coroutine never runs again, but somebody may hold
     * it.
     */
    protected void ended() {}

    /**
     * Awaits a stage.
     *
     * @param stage the stage
     * @param awaiter the coroutine that awaits, running on this thread
     * @return the value, or {@link #SUSPENDED}; a failure is thrown as it is
     */
    protected static @Nullable Object awaitStage(CompletionStage<?> stage, Coroutine<?> awaiter) {
        return awaiter.running()
                .awaitStage(Objects.requireNonNull(stage, "the awaited stage is null"), awaiter);
    }

    /**
     * Awaits the close of a resource whose block a failure leaves.
     *
     * @param closeable the resource
     * @param failure what leaves its block
     * @param awaiter the coroutine that awaits, running on this thread
     * @return what leaves in its place, null for nothing, or {@link #SUSPENDED}
     */
    protected static @Nullable Object awaitClose(
            AsyncCloseable closeable, Throwable failure, Coroutine<?> awaiter) {
        return new FailedBlock(closeable, failure).awaitFrom(awaiter);
    }

    /**
     * Calls a hot method: runs its body to the first suspension.
     *
     * @param body the body
     * @param <T> the type of the result
     * @return a future that ends as the body does; cancelling it cancels the body
     */
    protected static <T extends @Nullable Object> CompletableFuture<T> startHot(Coroutine<T> body) {
        EventLoop loop = Running.loopOrNull();
        return loop == null ? HotExecution.start(body) : loop.tasks.startHot(body);
    }

    /**
     * Calls an entry point: runs its body to the end, by the runner that this thread was given or
     * by a new one.
     *
     * @param body the body, whose failure is thrown as it is
     */
    protected static void runEntryPoint(Coroutine<?> body) {
        Runner.runEntryPoint(body);
    }

    /** What this runs in; an error if it does not. */
    final Execution<?> running() {
        Execution<?> execution = this.execution;
        if (execution == null) {
            throw new IllegalStateException(
                    this + " does not run: only a running coroutine can await");
        }
        return execution;
    }

    /** Takes the one run that a coroutine has. */
    final void startIn(Execution<?> execution) {
        if (this.execution != null) {
            throw new IllegalStateException(
                    this
                            + " was awaited already: a coroutine runs once;"
                            + " to share its result make it a task with createTask");
        }
        this.execution = execution;
        if (Debug.ENABLED) {
            NeverAwaited.started(this);
        }
    }

    /** Whether it can be awaited any number of times, so that none of them starts it. */
    boolean isValue() {
        return false;
    }

    @Override
    public String toString() {
        String trace = trace();
        if (trace == null) {
            return "coroutine " + getClass().getSimpleName();
        }
        String[] parts = trace.split("\n", 3);
        return "coroutine " + parts[0] + "." + parts[1];
    }

    private record Mark(String name) {
        @Override
        public String toString() {
            return name;
        }
    }
}
