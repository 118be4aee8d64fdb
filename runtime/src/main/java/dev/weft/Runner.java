package dev.weft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs coroutines one after the other on one event loop, which it makes at the first run and closes
 * in the end. {@code Weft.run} is a runner that is used once.
 *
 * <p>Where a run is the program's, in the JVM's main thread and with the JVM's own handling of
 * Ctrl-C, the first Ctrl-C cancels the run's task, so that every {@code finally} runs; when that
 * ends cancelled, the runner closes and the JVM exits with status 130, as it does at once on a
 * second Ctrl-C. asyncio's {@code Runner}.
 */
public final class Runner implements AutoCloseable {
    private static final ThreadLocal<@Nullable Runner> PROVIDED = new ThreadLocal<>();

    /** How long a closing runner waits for blocking work, as asyncio does. */
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final Supplier<EventLoop> loops;
    private @Nullable EventLoop loop;
    private boolean closed;

    /** Of all that it runs; copied from the thread's when it first runs. */
    private @Nullable Context context;

    /** Makes a runner with the loop that {@link EventLoop#create()} gives. */
    public Runner() {
        this(EventLoop::create);
    }

    /**
     * Makes a runner.
     *
     * @param loops makes its loop, in the thread that first needs it
     */
    public Runner(Supplier<EventLoop> loops) {
        this.loops = Objects.requireNonNull(loops, "loops");
    }

    /**
     * Its loop.
     *
     * @return the loop, made now if there was no need for it before
     * @throws IllegalStateException if the runner is closed
     */
    public EventLoop loop() {
        if (closed) {
            throw new IllegalStateException("the runner is closed");
        }
        EventLoop loop = this.loop;
        if (loop == null) {
            loop = loops.get();
            this.loop = loop;
        }
        return loop;
    }

    /**
     * Runs a coroutine to its end. Tasks that it leaves behind are suspended then, and go on in the
     * next run. What one run sets of context variables the next one sees.
     *
     * @param main what to run
     * @param <T> the type of the result
     * @return its result; a failure is thrown as the object that it is, checked or not
     * @throws java.util.concurrent.CancellationException if it ended cancelled
     * @throws IllegalStateException if a loop runs in this thread, or the runner is closed
     */
    public <T extends @Nullable Object> T run(Awaitable<T> main) {
        Running.requireNoLoop();
        EventLoop loop = loop();
        if (context == null) {
            context = Context.copyOfCurrent();
        }
        Task<T> task = loop.taskOf(main, context);
        try (InterruptSignal signal = InterruptSignal.watchFor(task)) {
            loop.runUntilDone(task);
            if (signal != null && signal.received() && task.cancelled() && task.uncancel() == 0) {
                close();
                signal.handOn();
            }
        }
        return result(task);
    }

    private static <T extends @Nullable Object> T result(Task<T> task) {
        try {
            return task.result();
        } catch (Throwable failure) {
            Traces.leavingRun(failure);
            throw failure;
        }
    }

    /**
     * Cancels what was left behind and waits for it, closes the generators that are still open,
     * reports what fails meanwhile, waits for the loop's default executor, and closes the loop. A
     * second call does nothing.
     *
     * @throws IllegalStateException while it runs
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        EventLoop loop = this.loop;
        if (loop == null) {
            closed = true;
            return;
        }
        if (loop.isRunning()) {
            throw new IllegalStateException("a running runner cannot be closed");
        }
        loop.checkThread("close");
        Running.requireNoLoop();
        closed = true;
        try {
            cancelAll(loop);
            loop.runUntilComplete(loop.shutdownAsyncGenerators());
            if (!loop.runUntilComplete(loop.shutdownDefaultExecutor(PATIENCE))) {
                loop.report(
                        new ExceptionContext(
                                "Blocking work has not ended after " + PATIENCE, null, null, null));
            }
        } finally {
            loop.close();
        }
    }

    private static void cancelAll(EventLoop loop) {
        List<Task<?>> left = new ArrayList<>(loop.allTasks());
        if (left.isEmpty()) {
            return;
        }
        left.forEach(task -> loop.cancelling.request(task, null));
        loop.runUntilComplete(Weft.gatherOutcomes(left));
        for (Task<?> task : left) {
            if (task.state == Eventual.FAILED) {
                loop.report(
                        new ExceptionContext(
                                task + " failed while the loop was shut down",
                                task.exception(),
                                task,
                                null));
            }
        }
    }

    /**
     * Has the entry points that are called in this thread, {@code @Async void} methods, run by this
     * runner, until what this returns is closed: so a test gives them its clock. Otherwise each has
     * a runner of its own.
     *
     * @param runner the runner, which stays open
     * @return ends it, in the same thread
     */
    public static Provision provideForThisThread(Runner runner) {
        Runner before = PROVIDED.get();
        PROVIDED.set(Objects.requireNonNull(runner, "runner"));
        return () -> {
            if (before == null) {
                PROVIDED.remove();
            } else {
                PROVIDED.set(before);
            }
        };
    }

    /** A runner's being there for a thread's entry points. */
    @FunctionalInterface
    public interface Provision extends AutoCloseable {
        /** Ends it. */
        @Override
        void close();
    }

    static void runEntryPoint(Coroutine<?> body) {
        Runner provided = PROVIDED.get();
        if (provided != null) {
            provided.run(body);
        } else {
            Weft.run(body);
        }
    }
}
