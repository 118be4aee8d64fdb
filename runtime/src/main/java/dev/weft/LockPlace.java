package dev.weft;

import org.jspecify.annotations.Nullable;

/** Who can wait for a lock. */
abstract class LockPlace<T extends @Nullable Object> extends Place<T> {
    LockPlace(WaitList list) {
        super(list);
    }

    /** What holds the lock now that it is given to this one. */
    abstract Permit holding();

    /** What its task is resumed with then. */
    abstract @Nullable Object outcome(Permit holding);

    /** What its task is resumed with if the lock will never be given to it. */
    abstract Thrown abandoned(AbandonedLockException failure);
}
