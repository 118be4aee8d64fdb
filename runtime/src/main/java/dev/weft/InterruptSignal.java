package dev.weft;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C during a run: the first cancels the run's task, the second does what the JVM does. A JVM
 * that handles no signals only loses the clean-up.
 */
final class InterruptSignal implements AutoCloseable {
    private static final AtomicBoolean WATCHED = new AtomicBoolean();

    private final Task<?> task;
    private final AtomicInteger signals = new AtomicInteger();

    /** Null before it is in place, and when it is gone. */
    private volatile @Nullable SignalHook hook;

    private InterruptSignal(Task<?> task) {
        this.task = task;
    }

    /** Watches, if this thread's Ctrl-C is the program's and nobody else handles it. */
    static @Nullable InterruptSignal watchFor(Task<?> task) {
        if (!isMain(Thread.currentThread()) || !WATCHED.compareAndSet(false, true)) {
            return null;
        }
        InterruptSignal watching = null;
        try {
            InterruptSignal signal = new InterruptSignal(task);
            watching = signal.install() ? signal : null;
        } catch (RuntimeException e) {
            // No such class, or a JVM that was told to leave signals alone.
        } finally {
            WATCHED.set(watching != null);
        }
        return watching;
    }

    /** By its name and place: its number depends on the JDK. */
    private static boolean isMain(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return thread.getName().equals("main")
                && group != null
                && group.getName().equals("main")
                && group.getParent() != null
                && group.getParent().getParent() == null;
    }

    private boolean install() {
        SignalHook installed = SignalHook.install("INT", this::receive);
        if (!installed.replacesJvmsOwn()) {
            installed.remove();
            return false;
        }
        hook = installed;
        return true;
    }

    /** On the JVM's thread for signals. */
    private void receive() {
        if (signals.incrementAndGet() == 1 && task.cancel()) {
            return;
        }
        SignalHook hook = this.hook;
        if (hook != null) {
            hook.callBefore();
        }
    }

    boolean received() {
        return signals.get() > 0;
    }

    /** Does what the JVM would have done, which is to exit. */
    void handOn() {
        SignalHook hook = this.hook;
        close();
        if (hook != null) {
            hook.callBefore();
        }
    }

    /** Puts the handler back that was there before. */
    @Override
    public void close() {
        SignalHook hook = this.hook;
        if (hook != null) {
            this.hook = null;
            hook.remove();
            WATCHED.set(false);
        }
    }
}
