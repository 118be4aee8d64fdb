package dev.weft;

import dev.weft.loop.Callback;
import dev.weft.loop.Watch;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The carriers of a loop: they change places with the thread's own state around each step. */
final class Carriers {
    private final Carrier<@Nullable Object>[] carriers;
    private final Consumer<Throwable> failed;

    private Carriers(Carrier<@Nullable Object>[] carriers, Consumer<Throwable> failed) {
        this.carriers = carriers;
        this.failed = failed;
    }

    /**
     * Those before and one more.
     *
     * @param failed told of what a carrier throws
     */
    @SuppressWarnings("unchecked")
    static Carriers with(
            @Nullable Carriers before, Carrier<?> carrier, Consumer<Throwable> failed) {
        Carrier<@Nullable Object>[] carriers =
                before == null
                        ? (Carrier<@Nullable Object>[]) new Carrier<?>[1]
                        : Arrays.copyOf(before.carriers, before.carriers.length + 1);
        carriers[carriers.length - 1] = (Carrier<@Nullable Object>) carrier;
        return new Carriers(carriers, failed);
    }

    /** Takes out of this thread what it holds; null if a carrier fails. */
    @Nullable Carried take() {
        try {
            return Carried.take(carriers);
        } catch (Throwable failure) {
            failed.accept(failure);
            return null;
        }
    }

    /** A watch of a loop's callbacks, and what each is run by in it; null for directly. */
    Watch around(@Nullable Watch measuring) {
        if (measuring == null) {
            return this::run;
        }
        return (run, callback) -> run(() -> measuring.run(run, callback), callback);
    }

    /** Runs a callback of the driver, with its own state if it is a task or the program's. */
    void run(Runnable run, Callback callback) {
        if (callback instanceof Task<?> task) {
            runStep(run, task);
        } else if (callback instanceof InContext inContext) {
            Context context = inContext.context();
            if (context == null) {
                context = new Context();
                inContext.context(context);
            }
            run(run, context);
        } else {
            run.run();
        }
    }

    /** Runs a step of a task with the task's own state. */
    void runStep(Runnable step, Task<?> task) {
        Context context = task.context;
        if (context == null) {
            context = new Context();
            task.context = context;
        }
        run(step, context);
    }

    private void run(Runnable run, Context context) {
        Carried own = take();
        put(context.carried);
        try {
            run.run();
        } finally {
            context.carried = take();
            put(own);
        }
    }

    /** A task that was made before the loop was told has no state of its own yet. */
    private void put(@Nullable Carried state) {
        if (state == null) {
            return;
        }
        try {
            state.restore();
        } catch (Throwable failure) {
            failed.accept(failure);
        }
    }
}
