package dev.weft;

/** Holds a task until it is opened. Cancels pass by: they strike where it suspends next. */
public final class Gate extends Leaf<Object> implements Waiting {
    /** One is needed where the package is exported. */
    public Gate() {}

    @Override
    Object begin(Task<?> task, Coroutine<?> awaiter) {
        return task.suspendOn(this, awaiter);
    }

    public void open() {
        task().wake(this, null);
    }

    @Override
    public boolean cancelWait(Task<?> task) {
        return false;
    }
}
