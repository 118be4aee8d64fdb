package dev.weft;

import org.jspecify.annotations.Nullable;

/** Starts a child of a group and waits until it says that it is ready. */
final class Start<T extends @Nullable Object> extends Leaf<T> {
    private static final Object NOT_YET = new Object();

    private final Group group;
    private final Startable<T> body;
    private final @Nullable String name;
    private @Nullable Task<?> child;

    /** What the handshake or the child's end gives to who waits, a {@link Thrown} for a failure. */
    private @Nullable Object outcome = NOT_YET;

    private boolean ready;
    private @Nullable Wait wait;

    Start(Group group, Startable<T> body, @Nullable String name) {
        this.group = group;
        this.body = body;
        this.name = name;
    }

    @Override
    @Nullable Object begin(Task<?> task, Coroutine<?> awaiter) {
        Coroutine<?> coroutine;
        try {
            coroutine = body.run(new Handshake<>(this));
        } catch (Exception failure) {
            throw Sneaky.rethrow(failure);
        }
        Wait wait = new Wait(task);
        this.wait = wait;
        child = group.spawn(coroutine, name, task.home().tasks.factory, wait);
        if (outcome == NOT_YET) {
            return task.suspendOn(wait, awaiter);
        }
        if (outcome instanceof Thrown thrown) {
            Traces.thrownAt(thrown, awaiter);
            throw Sneaky.rethrow(thrown.error);
        }
        return outcome;
    }

    void started(T value) {
        group.task.home().checkThread("started");
        if (ready) {
            throw new IllegalStateException("a child of " + group + " says twice that it started");
        }
        ready = true;
        Wait wait = this.wait;
        if (outcome == NOT_YET && wait != null) {
            outcome = value;
            wait.task.wakeUncancelled(wait, value);
        }
    }

    private IllegalStateException notReady(Eventual<?> ended) {
        return new IllegalStateException(
                ended + " ended and did not say that it started: call started on its handshake");
    }

    /** The wait of who starts it; the child's end is the group's business once that is over. */
    private final class Wait implements Waiting, Waiter {
        private final Task<?> task;

        Wait(Task<?> task) {
            this.task = task;
        }

        @Override
        public void completed(Eventual<?> ended) {
            if (ready) {
                group.brood.completed(ended);
                return;
            }
            outcome =
                    ended.state == Eventual.SUCCEEDED
                            ? new Thrown(notReady(ended))
                            : ended.outcomeFor(
                                    task.waitingOn == this && task.wasForwarded() ? task : null);
            task.wake(this, outcome);
            group.brood.finished();
        }

        @Override
        public boolean cancelWait(Task<?> task) {
            Task<?> child = Start.this.child;
            if (child != null) {
                Children.cancel(
                        child, task.cancellation == null ? null : task.cancellation.message);
            }
            return true;
        }

        @Override
        public String toString() {
            return "start of " + child;
        }
    }
}
