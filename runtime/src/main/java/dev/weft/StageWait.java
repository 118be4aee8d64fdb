package dev.weft;

import dev.weft.loop.Callback;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A task's wait for a stage, which any thread may complete. */
final class StageWait extends Callback implements Waiting, BiConsumer<Object, Throwable> {
    private static final AtomicIntegerFieldUpdater<StageWait> PROGRESS =
            AtomicIntegerFieldUpdater.newUpdater(StageWait.class, "progress");

    /** The stage is being asked; the task has not suspended. */
    private static final int ASKING = 0;

    /** The task is suspended. */
    private static final int WAITING = 1;

    /** The stage is complete, and the task has its outcome or will have it. */
    private static final int COMPLETE = 2;

    /** The task was cancelled and went on without the stage. */
    private static final int ABANDONED = 3;

    private final Task<?> task;
    private final CompletionStage<?> stage;
    private volatile int progress;

    /** Written before {@link #progress} becomes COMPLETE. */
    private @Nullable Object outcome;

    private StageWait(Task<?> task, CompletionStage<?> stage) {
        this.task = task;
        this.stage = stage;
    }

    static @Nullable Object await(CompletionStage<?> stage, Task<?> task, Coroutine<?> awaiter) {
        Object now = Stages.valueNow(stage);
        if (now == Stages.NOT_DONE) {
            StageWait wait = new StageWait(task, stage);
            stage.whenComplete(wait);
            if (PROGRESS.compareAndSet(wait, ASKING, WAITING)) {
                return task.suspendOn(wait, awaiter);
            }
            now = wait.outcome;
        }
        if (now instanceof Thrown thrown) {
            Traces.thrownByStage(thrown.error, stage, awaiter);
            throw Sneaky.rethrow(thrown.error);
        }
        return now;
    }

    /** The stage's callback, on the thread that completes it. */
    @Override
    public void accept(@Nullable Object result, @Nullable Throwable failure) {
        outcome = failure == null ? result : new Thrown(Stages.unwrapped(failure));
        if (PROGRESS.getAndSet(this, COMPLETE) != WAITING) {
            return;
        }
        if (task.home().runsHere()) {
            run();
        } else {
            task.home().handOver(this);
        }
    }

    @Override
    protected void run() {
        if (outcome instanceof Thrown thrown) {
            if (thrown.error instanceof CancellationException) {
                task.wakeCancelled(this, thrown.error);
                return;
            }
            thrown.traced = Traces.seenFrom(thrown.error, stage);
        }
        // A stage may accept a cancel and end otherwise: HttpClient's do when the answer is there.
        task.wakeUncancelled(this, outcome);
    }

    @Override
    public boolean cancelWait(Task<?> task) {
        if (progress == COMPLETE) {
            // The completing thread has handed the outcome over: the task is about to get it.
            return false;
        }
        Stages.Cancel cancel = Stages.cancel(stage);
        if (cancel != Stages.Cancel.IMPOSSIBLE || task.waitingOn != this) {
            return cancel != Stages.Cancel.TOO_LATE;
        }
        if (!PROGRESS.compareAndSet(this, WAITING, ABANDONED)) {
            return false;
        }
        task.wake(this, new Thrown(task.cancelledNow()));
        return true;
    }

    @Override
    public String toString() {
        return stage.toString();
    }
}
