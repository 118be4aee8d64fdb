package dev.weft;

/** Whose a loop is, whether it runs, and whether it was closed. */
final class LoopState {
    /** Written by that thread, or before it starts. */
    private volatile Thread thread = Thread.currentThread();

    private volatile boolean running;
    private volatile boolean closed;

    synchronized void begin() {
        checkOpen();
        if (running) {
            throw new IllegalStateException(
                    "this event loop runs already, in thread \"" + thread.getName() + "\"");
        }
        Running.requireNoLoop();
        thread = Thread.currentThread();
        running = true;
    }

    void end() {
        running = false;
    }

    /** Closes it, unless it is closed already: false then. */
    synchronized boolean close() {
        if (running) {
            throw new IllegalStateException(
                    "the event loop runs, in thread \""
                            + thread.getName()
                            + "\", and cannot be closed: stop it first");
        }
        boolean wasOpen = !closed;
        closed = true;
        return wasOpen;
    }

    boolean running() {
        return running;
    }

    boolean closed() {
        return closed;
    }

    boolean inThread() {
        return Thread.currentThread() == thread;
    }

    /** Hands the loop to the thread that will run it, before that starts. */
    void belongTo(Thread owner) {
        thread = owner;
    }

    /**
     * Does something at once if that is safe although the loop does not run here: another thread
     * may be about to run a loop that belonged to this one before.
     *
     * @return false if it has to be handed over
     */
    synchronized boolean doneWhileIdle(Runnable action) {
        if (running || !inThread()) {
            return false;
        }
        action.run();
        return true;
    }

    void checkThread(String method) {
        if (!inThread()) {
            throw new IllegalStateException(
                    method
                            + " belongs to the event loop of thread \""
                            + thread.getName()
                            + "\" and was called in thread \""
                            + Thread.currentThread().getName()
                            + "\": go there with loop.callSoonThreadsafe or loop.submit");
        }
    }

    void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the event loop is closed");
        }
    }
}
