package dev.weft;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs something that blocks in a thread of its own. */
final class ThreadCall<T extends @Nullable Object> extends Leaf<T> {
    private final Callable<? extends T> work;
    private final Function<EventLoop, Executor> executor;

    ThreadCall(Callable<? extends T> work, Function<EventLoop, Executor> executor) {
        this.work = work;
        this.executor = executor;
    }

    @Override
    @Nullable Object begin(Task<?> task, Coroutine<?> awaiter) {
        Context context = CurrentContext.copy();
        ThreadWait wait = new ThreadWait(task, context == null ? work : () -> context.call(work));
        wait.start(executor.apply(task.home()));
        return task.suspendOn(wait, awaiter);
    }
}
