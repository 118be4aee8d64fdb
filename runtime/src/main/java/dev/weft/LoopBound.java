package dev.weft;

import org.jspecify.annotations.Nullable;

/** What belongs to the loop on which it is first used, and says so to every other. */
abstract class LoopBound {
    private @Nullable EventLoop home;

    LoopBound() {}

    /** Checks an operation that the task awaits. */
    final void checkTask(Task<?> task) {
        if (task.home != home) {
            enterOrRefuse(task);
        }
    }

    /** The task that a coroutine runs in if this belongs to its loop already, null otherwise. */
    final @Nullable Task<?> taskHere(Coroutine<?> awaiter) {
        return awaiter.execution instanceof Task<?> task && task.home == home ? task : null;
    }

    private void enterOrRefuse(Task<?> task) {
        if (home == null) {
            home = task.home();
            return;
        }
        throw new IllegalStateException(
                name()
                        + " belongs to another event loop than "
                        + task
                        + " that awaits it: hand the work over with loop.submit");
    }

    /**
     * Checks an operation that is called. Where no loop runs it may be prepared for one, and be
     * used between the runs of its own.
     */
    final void checkCall(String method) {
        EventLoop home = this.home;
        if (home == null) {
            this.home = Running.loopOrNull();
        } else if (!home.runsHere()) {
            refuseElsewhere(home, method);
        }
    }

    private void refuseElsewhere(EventLoop home, String method) {
        home.checkThread(name() + "." + method);
        EventLoop here = Running.loopOrNull();
        if (here != null && here != home) {
            throw new IllegalStateException(
                    name()
                            + " belongs to another event loop than the one in which "
                            + method
                            + " was called: go there with loop.callSoonThreadsafe or loop.submit");
        }
    }

    final String name() {
        return getClass().getSimpleName() + "@" + Integer.toHexString(hashCode());
    }

    @Override
    public String toString() {
        return name();
    }
}
