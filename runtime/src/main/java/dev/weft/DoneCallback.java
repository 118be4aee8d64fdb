package dev.weft;

import dev.weft.loop.Callback;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A callback on the end of a task or promise; runs one iteration after that. */
final class DoneCallback<E extends Eventual<?>> extends Callback implements Waiter, InContext {
    private final E source;
    final Consumer<? super E> action;
    private @Nullable Context context;

    DoneCallback(E source, Consumer<? super E> action, @Nullable Context context) {
        this.source = source;
        this.context = context;
        this.action = Objects.requireNonNull(action, "action");
    }

    /** Registers it, or makes it ready if the source ended already. */
    static <E extends Eventual<?>> void add(E source, Consumer<? super E> action) {
        DoneCallback<E> callback =
                new DoneCallback<>(source, action, CurrentContext.copyFor(source.home()));
        if (source.done()) {
            callback.completed(source);
        } else {
            source.waiters = Waiters.add(source.waiters, callback);
        }
    }

    /** Removes all that are equal and says how many they were. */
    static int remove(Eventual<?> source, Object action) {
        int[] removed = {0};
        source.waiters =
                Waiters.removeIf(
                        source.waiters,
                        waiter -> {
                            boolean same =
                                    waiter instanceof DoneCallback<?> callback
                                            && callback.action.equals(action);
                            removed[0] += same ? 1 : 0;
                            return same;
                        });
        return removed[0];
    }

    @Override
    public void completed(Eventual<?> ended) {
        source.home().driver.execute(this);
    }

    @Override
    public @Nullable Context context() {
        return context;
    }

    @Override
    public void context(Context context) {
        this.context = context;
    }

    @Override
    protected void run() {
        action.accept(source);
    }

    @Override
    public String toString() {
        return "done callback " + action + " of " + source;
    }
}
