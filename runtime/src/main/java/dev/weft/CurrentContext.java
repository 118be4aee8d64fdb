package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * Where the context is kept that code sees now: by the task, hot method or callback that runs, as
 * far as that has one, or by the thread. So nothing has to be done when those take turns.
 */
final class CurrentContext {
    /** Of threads in which nothing of ours runs. */
    private static final ThreadLocal<@Nullable Context> OUTSIDE = new ThreadLocal<>();

    private CurrentContext() {}

    /** The current context; null for one in which nothing has a value. */
    static @Nullable Context get() {
        Object running = Running.here();
        if (running instanceof EventLoop loop) {
            return in(loop);
        }
        if (running instanceof HotStretch stretch) {
            return stretch.entered != null ? stretch.entered : stretch.execution().context;
        }
        return OUTSIDE.get();
    }

    private static @Nullable Context in(EventLoop loop) {
        if (loop.entered != null) {
            return loop.entered;
        }
        Task<?> task = loop.currentTask();
        if (task != null) {
            return task.context;
        }
        return loop.driver.running() instanceof InContext callback
                ? callback.context()
                : OUTSIDE.get();
    }

    /** The current context, in which something is about to have a value. */
    static Context getOrMake() {
        Context context = get();
        if (context == null) {
            context = new Context();
            keep(context);
        }
        return context;
    }

    private static void keep(Context context) {
        Object running = Running.here();
        if (running instanceof HotStretch stretch) {
            stretch.execution().context = context;
        } else if (running instanceof EventLoop loop && loop.currentTask() != null) {
            loop.currentTask().context = context;
        } else if (running instanceof EventLoop loop
                && loop.driver.running() instanceof InContext callback) {
            callback.context(context);
        } else {
            OUTSIDE.set(context);
        }
    }

    /** A copy for what is made now; null if it would be empty. */
    static @Nullable Context copy() {
        EventLoop loop = Running.loopOrNull();
        return copyFor(loop);
    }

    /**
     * A copy for what is made now and will run on a loop.
     *
     * @param loop what it carries along is taken from this thread; null for none
     */
    static @Nullable Context copyFor(@Nullable EventLoop loop) {
        Context current = get();
        Carried carried = loop == null || loop.carriers == null ? null : new Carried(loop.carriers);
        if (carried == null && current != null) {
            carried = current.carried;
        }
        Bindings bindings = current == null ? Bindings.NONE : current.bindings;
        return bindings.isEmpty() && carried == null ? null : new Context(bindings, carried);
    }

    /** Makes a context current in this thread, until {@link #leave}. */
    static @Nullable Context enter(@Nullable Context context) {
        Object running = Running.here();
        Context before;
        if (running instanceof EventLoop loop) {
            before = loop.entered;
            loop.entered = context;
        } else if (running instanceof HotStretch stretch) {
            before = stretch.entered;
            stretch.entered = context;
        } else {
            before = OUTSIDE.get();
            setOutside(context);
        }
        return before;
    }

    static void leave(@Nullable Context before) {
        enter(before);
    }

    private static void setOutside(@Nullable Context context) {
        if (context == null) {
            OUTSIDE.remove();
        } else {
            OUTSIDE.set(context);
        }
    }
}
