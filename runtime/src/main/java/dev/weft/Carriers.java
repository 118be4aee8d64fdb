package dev.weft;

import dev.weft.loop.Callback;
import dev.weft.loop.Watch;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The carriers of a loop: they change places with the thread's own state around each step. */
final class Carriers {
    final Carrier<@Nullable Object>[] each;
    private final EventLoop loop;

    private Carriers(Carrier<@Nullable Object>[] each, EventLoop loop) {
        this.each = each;
        this.loop = loop;
    }

    /** Those that a loop has and one more. */
    @SuppressWarnings("unchecked")
    static Carriers of(EventLoop loop, Carrier<?> further) {
        Carrier<@Nullable Object>[] each =
                loop.carriers == null
                        ? (Carrier<@Nullable Object>[]) new Carrier<?>[1]
                        : Arrays.copyOf(loop.carriers.each, loop.carriers.each.length + 1);
        each[each.length - 1] = (Carrier<@Nullable Object>) further;
        return new Carriers(each, loop);
    }

    /** A carrier failed, in whichever thread; the others go on. */
    void failed(Throwable failure) {
        ExceptionContext context =
                new ExceptionContext("Exception in a carrier", failure, null, null);
        if (loop.runsHere()) {
            loop.report(context);
        } else {
            loop.handOver(() -> loop.report(context));
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
    private void run(Runnable run, Callback callback) {
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
        Carried own = new Carried(this);
        if (context.carried != null) {
            context.carried.restore();
        }
        try {
            run.run();
        } finally {
            context.carried = new Carried(this);
            own.restore();
        }
    }
}
