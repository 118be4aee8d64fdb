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
        ShieldWait wait = new ShieldWait(task);
        inner.waiters = Waiters.add(inner.waiters, wait);
        return task.suspendOn(wait, awaiter);
    }

    private static final class ShieldWait implements Waiting, Waiter {
        private @Nullable Task<?> task;

        ShieldWait(Task<?> task) {
            this.task = task;
        }

        @Override
        public void completed(Eventual<?> inner) {
            if (task != null) {
                task.wake(this, inner.outcomeFor(null));
            } else if (inner.value instanceof Thrown thrown && !thrown.observed) {
                thrown.observe();
                inner.home()
                        .callExceptionHandler(
                                new ExceptionContext(
                                        "The shielded " + inner + " failed and nobody awaits it",
                                        thrown.error,
                                        inner instanceof Task<?> orphan ? orphan : null,
                                        null));
            }
        }

        @Override
        public boolean cancelWait(Task<?> cancelled) {
            task = null;
            cancelled.wake(this, new Thrown(cancelled.cancelledNow()));
            return true;
        }

        @Override
        public String toString() {
            return "shield";
        }
    }
}
