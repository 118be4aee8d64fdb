package dev.weft;

import dev.weft.loop.Callback;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A task's wait for a thread that works for it. */
final class ThreadWait extends Callback implements Waiting {
    private final Task<?> task;
    private final Callable<?> work;

    /** Whether the task goes on as soon as it is cancelled, and not when the thread has ended. */
    private final boolean abandonable;

    /** Guarded by this: the thread while it works, which is when it may be interrupted. */
    private @Nullable Thread worker;

    /** Guarded by this: a thread has taken the work. */
    private boolean taken;

    /** Guarded by this: the task was cancelled before a thread took the work. */
    private boolean dropped;

    /** Guarded by this: the task was cancelled and went on while the thread works. */
    private boolean abandoned;

    /** Written by the worker before it hands over. */
    private @Nullable Object outcome;

    /** Written by the worker before it hands over: it left with its interrupt not taken. */
    private boolean stillInterrupted;

    ThreadWait(Task<?> task, Callable<?> work, boolean abandonable) {
        this.task = task;
        this.work = work;
        this.abandonable = abandonable;
    }

    void start(Executor executor) {
        task.home().driver.hold();
        boolean accepted = false;
        try {
            executor.execute(this::workInThread);
            accepted = true;
        } finally {
            if (!accepted) {
                task.home().driver.release();
            }
        }
    }

    private void workInThread() {
        EventLoop loop = task.home();
        try {
            if (take()) {
                try {
                    outcome = work.call();
                } catch (Throwable failure) {
                    outcome = new Thrown(Stages.notOurs(failure));
                }
                leave();
                loop.handOver(this);
            }
        } finally {
            if (!abandoned()) {
                loop.driver.release();
            }
        }
    }

    private synchronized boolean abandoned() {
        return abandoned;
    }

    private synchronized boolean take() {
        taken = true;
        worker = Thread.currentThread();
        return !dropped;
    }

    /** From here on a cancel does not interrupt what the thread does next for somebody else. */
    private synchronized void leave() {
        worker = null;
        stillInterrupted = Thread.interrupted();
    }

    /** On the loop: the thread has ended its work. */
    @Override
    protected void run() {
        if (abandoned()) {
            reportAbandoned();
        } else if (outcome instanceof Thrown thrown
                && endedByInterrupt(thrown.error)
                && task.wasForwarded()) {
            task.wake(this, new Thrown(task.cancelledNow()));
        } else {
            task.wakeUncancelled(this, outcome);
        }
    }

    /** Nobody else is there to see what it failed with. */
    private void reportAbandoned() {
        if (outcome instanceof Thrown thrown && !endedByInterrupt(thrown.error)) {
            task.home()
                    .report(
                            new ExceptionContext(
                                    "Exception in a thread that " + task + " has abandoned",
                                    thrown.error,
                                    task,
                                    this));
        }
    }

    /** Channels say so by a type of their own; sockets in virtual threads leave the status. */
    private boolean endedByInterrupt(Throwable failure) {
        return failure instanceof InterruptedException
                || failure instanceof ClosedByInterruptException
                || failure instanceof InterruptedIOException
                        && !(failure instanceof SocketTimeoutException)
                || failure instanceof SocketException && stillInterrupted;
    }

    @Override
    public boolean cancelWait(Task<?> task) {
        synchronized (this) {
            if (taken) {
                if (worker == null) {
                    // The worker has handed over: the task is about to get what it ended with.
                    return false;
                }
                worker.interrupt();
                if (!abandonable) {
                    return true;
                }
                abandoned = true;
            } else {
                dropped = true;
            }
        }
        if (abandoned) {
            task.home().driver.release();
        }
        task.wake(this, new Thrown(task.cancelledNow()));
        return true;
    }

    @Override
    public String toString() {
        return "work in a thread for " + task;
    }
}
