package dev.weft;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs something that blocks in a thread of its own. */
final class ThreadCall<T extends @Nullable Object> extends Leaf<T> {
    private final Callable<? extends T> work;
    private final Function<EventLoop, Executor> executor;
    private final boolean abandonable;

    /** In a thread of the executor, which a cancel interrupts and waits for. */
    ThreadCall(Callable<? extends T> work, Function<EventLoop, Executor> executor) {
        this(work, executor, false);
    }

    private ThreadCall(
            Callable<? extends T> work,
            Function<EventLoop, Executor> executor,
            boolean abandonable) {
        this.work = work;
        this.executor = executor;
        this.abandonable = abandonable;
    }

    /** In a thread that nobody waits for, which a cancel interrupts and leaves to itself. */
    static <T extends @Nullable Object> ThreadCall<T> abandonable(Callable<? extends T> work) {
        return new ThreadCall<>(work, loop -> Workers.abandonable(), true);
    }

    @Override
    @Nullable Object begin(Task<?> task, Coroutine<?> awaiter) {
        Context context = CurrentContext.copy();
        Callable<? extends T> call = context == null ? work : () -> context.call(work);
        ThreadWait wait = new ThreadWait(task, call, abandonable);
        wait.start(executor.apply(task.home()));
        return task.suspendOn(wait, awaiter);
    }
}
