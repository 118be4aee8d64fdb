package dev.weft;

import org.jspecify.annotations.Nullable;

/** Awaits something that goes on when its awaiter is cancelled. */
final class Shield<T extends @Nullable Object> extends Leaf<T> {
    private final Awaitable<? extends T> target;

    Shield(Awaitable<? extends T> target) {
        this.target = target;
    }

    @Override
    @Nullable Object begin(Task<?> task, Coroutine<?> awaiter) {
        Eventual<?> inner = Children.of(target, task, awaiter);
        if (inner.done()) {
            return inner.awaitFrom(awaiter);
        }
        ShieldWait wait = new ShieldWait(task, inner);
        inner.waiters = Waiters.add(inner.waiters, wait);
        return task.suspendOn(wait, awaiter);
    }

    /** Takes the place of awaiters that were cancelled. */
    private static final class Orphaned implements Waiter {
        static final Orphaned ORPHANED = new Orphaned();

        @Override
        public void completed(Eventual<?> inner) {
            if (inner.value instanceof Thrown thrown && !thrown.observed) {
                thrown.observe();
                inner.home()
                        .report(
                                new ExceptionContext(
                                        "The shielded " + inner + " failed and nobody awaits it",
                                        thrown.error,
                                        inner instanceof Task<?> orphan ? orphan : null,
                                        null));
            }
        }

        @Override
        public Waiter leftBehind() {
            return this;
        }
    }

    private static final class ShieldWait implements Waiting, Waiter {
        private final Eventual<?> inner;
        private @Nullable Task<?> task;

        ShieldWait(Task<?> task, Eventual<?> inner) {
            this.task = task;
            this.inner = inner;
        }

        @Override
        public void completed(Eventual<?> inner) {
            if (task != null) {
                task.wake(this, inner.outcomeFor(null));
            } else {
                Orphaned.ORPHANED.completed(inner);
            }
        }

        @Override
        public boolean cancelWait(Task<?> cancelled) {
            task = null;
            inner.waiters = Waiters.without(inner.waiters, this);
            cancelled.wake(this, new Thrown(cancelled.cancelledNow()));
            return true;
        }

        @Override
        public @Nullable Waiter leftBehind() {
            return task == null ? Orphaned.ORPHANED : null;
        }

        @Override
        public String toString() {
            return "shield";
        }
    }
}
