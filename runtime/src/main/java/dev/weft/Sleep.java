package dev.weft;

import dev.weft.loop.Timer;
import org.jspecify.annotations.Nullable;

/** Suspends for a time. */
final class Sleep<T extends @Nullable Object> extends Leaf<T> {
    final long nanos;
    final T result;

    Sleep(long nanos, T result) {
        this.nanos = nanos;
        this.result = result;
    }

    @Override
    @Nullable Object begin(Task<?> task, Coroutine<?> awaiter) {
        if (nanos <= 0) {
            return task.suspendForYield(result, awaiter);
        }
        EventLoop loop = task.home();
        if (result != null) {
            task.value = result;
        }
        Alarm alarm = new Alarm(task);
        loop.driver.schedule(alarm, loop.deadlineIn(nanos));
        return task.suspendOn(alarm, awaiter);
    }

    /**
     * Resumes the task itself when it is due, without another turn in the queue. The task has the
     * result already: of these there may be millions.
     */
    private static final class Alarm extends Timer implements Waiting {
        /** Null once it was cancelled: the loop may keep this for a while. */
        private @Nullable Task<?> task;

        Alarm(Task<?> task) {
            this.task = task;
        }

        @Override
        protected void fire() {
            if (task != null && task.waitingOn == this) {
                task.waitingOn = null;
                task.runWithin();
            }
        }

        @Override
        public boolean cancelWait(Task<?> task) {
            this.task = null;
            task.home().driver.cancel(this);
            task.wake(this, new Thrown(task.cancelledNow()));
            return true;
        }

        @Override
        public String toString() {
            return "sleep of " + task;
        }
    }
}
