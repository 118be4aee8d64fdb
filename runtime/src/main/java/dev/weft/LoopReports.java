package dev.weft;

import dev.weft.loop.Callback;
import org.jspecify.annotations.Nullable;

/** What a loop tells of failures and, in debug mode, of slowness. */
final class LoopReports {
    private static final System.Logger LOGGER = System.getLogger("dev.weft");

    /** Where tasks were made. */
    private static final WeakIdentityMap<Task<?>, Throwable> ORIGINS = new WeakIdentityMap<>();

    @Nullable ExceptionHandler handler;
    boolean debug;
    long slowNanos = 100_000_000;
    private final EventLoop loop;

    LoopReports(EventLoop loop) {
        this.loop = loop;
    }

    void callbackFailed(Callback callback, Throwable failure) {
        report(
                new ExceptionContext(
                        "Exception in " + callback,
                        failure,
                        callback instanceof Task<?> task ? task : null,
                        callback));
    }

    /** Tells the handler, in the context of what failed. */
    void report(ExceptionContext context) {
        ExceptionHandler handler = this.handler;
        Context failed = contextOf(context);
        if (handler == null) {
            log(context);
        } else if (failed == null || !loop.runsHere()) {
            tell(handler, context);
        } else {
            failed.inside(() -> tell(handler, context));
        }
    }

    private static @Nullable Context contextOf(ExceptionContext context) {
        if (context.task() != null) {
            return context.task().context;
        }
        return context.callback() instanceof InContext callback ? callback.context() : null;
    }

    private void tell(ExceptionHandler handler, ExceptionContext context) {
        try {
            handler.handle(loop, context);
        } catch (Throwable failure) {
            if (context.exception() != null && context.exception() != failure) {
                failure.addSuppressed(context.exception());
            }
            log(
                    new ExceptionContext(
                            "Exception in the exception handler, told: " + context.message(),
                            failure,
                            context.task(),
                            context.callback()));
        }
    }

    static void log(ExceptionContext context) {
        String message = withOrigin(context.message(), origin(context.task()));
        LOGGER.log(System.Logger.Level.ERROR, message, context.exception());
    }

    /** Where a task was made; null outside of debug mode. */
    static @Nullable Throwable origin(@Nullable Task<?> task) {
        return task == null ? null : ORIGINS.get(task);
    }

    static String withOrigin(String message, @Nullable Throwable origin) {
        return origin == null ? message : message + "; " + made(origin);
    }

    private static String made(Throwable origin) {
        StringBuilder text = new StringBuilder("the task was made");
        StackTraceElement[] frames = origin.getStackTrace();
        for (int i = 0; i < frames.length; i++) {
            if (!OwnFrames.at(frames, i)) {
                text.append("\n\tat ").append(frames[i]);
            }
        }
        return text.toString();
    }

    /** Notes what makes a task, in debug mode only, as that is dear. */
    void made(Task<?> task) {
        if (debug) {
            ORIGINS.put(task, new Throwable());
        }
    }

    void watch(Runnable run, Callback callback) {
        long start = loop.driver.nanoTime();
        run.run();
        long nanos = loop.driver.nanoTime() - start;
        if (nanos >= slowNanos) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "Running {0} took {1} ms",
                    callback,
                    nanos / 1_000_000);
        }
    }
}
