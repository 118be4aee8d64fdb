package dev.weft;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The values of all {@link ContextVar}s, as a task or callback has them, together with what its
 * loop {@linkplain EventLoop#carry carries along}. Copying one takes no time, however many there
 * are. For one thread at a time. Python's {@code Context}.
 */
public final class Context {
    Bindings bindings;

    /** What threads hold of it while nothing of it runs; null if its loop carries nothing. */
    @Nullable Carried carried;

    /** Within {@link #run}. */
    private boolean entered;

    Context(Bindings bindings, @Nullable Carried carried) {
        this.bindings = bindings;
        this.carried = carried;
    }

    /** Makes one in which no variable has a value. */
    public Context() {
        this(Bindings.NONE, null);
    }

    /**
     * Copies what is current: the task's or callback's, or the thread's where no loop runs.
     * Python's {@code copy_context}.
     *
     * @return a new context
     */
    public static Context copyOfCurrent() {
        Context copy = CurrentContext.copy();
        return copy == null ? new Context() : copy;
    }

    /**
     * Copies this.
     *
     * @return a new context with the same values
     */
    public Context copy() {
        return new Context(bindings, carried);
    }

    /**
     * The value of a variable in this.
     *
     * @param var the variable
     * @param fallback what to give where none was set
     * @param <T> the type of the values
     * @return the value
     */
    @SuppressWarnings("unchecked")
    public <T extends @Nullable Object> T get(ContextVar<T> var, T fallback) {
        Object value = bindings.get(var);
        return value == Bindings.ABSENT ? fallback : (T) value;
    }

    /**
     * The variables that have a value in this.
     *
     * @return a new list, in the order in which they were made
     */
    public List<ContextVar<?>> variables() {
        return bindings.vars();
    }

    /**
     * Calls something with this as the current context: what it sets is set in this.
     *
     * @param action what to call; a lambda that awaits cannot be
     * @throws IllegalStateException if this is being run already
     */
    public void run(Runnable action) {
        Objects.requireNonNull(action, "action");
        enter();
        try {
            inside(action);
        } finally {
            entered = false;
        }
    }

    /**
     * As {@link #run}, of what gives a result.
     *
     * @param action what to call
     * @param <T> the type of the result
     * @return the result
     * @throws Exception what the action throws
     * @throws IllegalStateException if this is being run already
     */
    public <T extends @Nullable Object> T call(Callable<? extends T> action) throws Exception {
        Objects.requireNonNull(action, "action");
        enter();
        Switch outside = new Switch(this);
        try {
            return action.call();
        } finally {
            outside.back();
            entered = false;
        }
    }

    private void enter() {
        if (entered) {
            throw new IllegalStateException("the context is being run already");
        }
        entered = true;
    }

    /** As {@link #run}, wherever else it is current. */
    void inside(Runnable action) {
        Switch outside = new Switch(this);
        try {
            action.run();
        } finally {
            outside.back();
        }
    }

    /** From one current context to another, and back. */
    private static final class Switch {
        private final Context to;
        private final @Nullable Context from;
        private final @Nullable Carried own;

        Switch(Context to) {
            this.to = to;
            from = CurrentContext.enter(to);
            own = to.carried == null ? null : to.carried.swap();
        }

        void back() {
            if (own != null) {
                to.carried = own.swap();
            }
            CurrentContext.leave(from);
        }
    }
}
