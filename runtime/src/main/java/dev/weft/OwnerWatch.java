package dev.weft;

import org.jspecify.annotations.Nullable;

/** Waits for the end of the task that holds a lock for which others wait. */
final class OwnerWatch implements Waiter {
    private @Nullable AsyncLock lock;

    private OwnerWatch(AsyncLock lock) {
        this.lock = lock;
    }

    static OwnerWatch begin(AsyncLock lock, Task<?> owner) {
        OwnerWatch watch = new OwnerWatch(lock);
        owner.waiters = Waiters.add(owner.waiters, watch);
        return watch;
    }

    void end(Task<?> owner) {
        lock = null;
        owner.waiters = Waiters.without(owner.waiters, this);
    }

    @Override
    public void completed(Eventual<?> owner) {
        if (lock != null) {
            lock.ownerEnded();
        }
    }

    @Override
    public @Nullable Waiter leftBehind() {
        return lock == null ? Waiters.NOBODY : null;
    }
}
