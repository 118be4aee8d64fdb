package dev.weft;

import dev.weft.loop.Callback;
import dev.weft.loop.Clock;
import dev.weft.loop.Driver;
import dev.weft.loop.EventLoopProvider;
import dev.weft.loop.SystemClock;
import dev.weft.loop.Watch;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks and callbacks, one at a time, in one thread.
 *
 * <p>A loop belongs to the thread that runs it; before it first runs, to the one that made it. Only
 * {@link #callSoonThreadsafe}, {@link #submit}, {@link #stopThreadsafe}, the queries that say so
 * and, once it does not run, {@link #close} may be called from any other; everything else checks
 * its thread and throws an {@link IllegalStateException} there. Most programs need no loop of their
 * own: {@code Weft.run} makes one. asyncio's event loop.
 */
public final class EventLoop implements AutoCloseable {
    final Driver driver;
    final Tasks tasks = new Tasks(this);

    /** The task that runs within another callback than itself; null where there is none. */
    @Nullable Task<?> within;

    /** See {@link Execution#suspendedLast()}: here, as only one task at a time unwinds. */
    @Nullable Coroutine<?> suspendedLast;

    /** Tasks that run within each other on the stack. */
    int nesting;

    /** The current context, within {@link Context#run}; null elsewhere. */
    @Nullable Context entered;

    /** Null for a loop that carries nothing along. */
    @Nullable Carriers carriers;

    final Cancelling cancelling = new Cancelling();

    private final LoopState state = new LoopState();
    private final UnobservedFailures unobserved = new UnobservedFailures(this);
    final OpenIterators openIterators = new OpenIterators(this);
    private final DefaultExecutor executor = new DefaultExecutor();
    private final Set<TaskFuture<?>> followers = ConcurrentHashMap.newKeySet();
    final LoopReports reports = new LoopReports(this);
    private final LoopSignals signals = new LoopSignals(this);

    private EventLoop(EventLoopProvider provider, Clock clock) {
        this.driver = provider.open(clock, reports::callbackFailed);
        driver.beforeWaiting(unobserved::reportCollected);
    }

    /**
     * Makes a loop that runs by the machine's clock, on the provider that the program uses.
     *
     * @return a new loop, to be closed
     */
    public static EventLoop create() {
        return create(new SystemClock());
    }

    /**
     * Makes a loop that runs by a clock of its own, on the provider that the program uses.
     *
     * @param clock the clock, a {@link dev.weft.loop.VirtualClock} for instance
     * @return a new loop, to be closed
     */
    public static EventLoop create(Clock clock) {
        return create(Providers.chosen(), clock);
    }

    /**
     * Makes a loop on a provider.
     *
     * @param provider the provider
     * @param clock the clock
     * @return a new loop, to be closed
     */
    public static EventLoop create(EventLoopProvider provider, Clock clock) {
        EventLoop loop = new EventLoop(provider, clock);
        loop.setDebug(Debug.ENABLED);
        return loop;
    }

    /**
     * The loop that runs in this thread. asyncio's {@code get_running_loop}.
     *
     * @return the loop
     * @throws IllegalStateException if none does
     */
    public static EventLoop running() {
        return Running.loop();
    }

    /**
     * Has something called in the next iteration, after all that is ready already.
     *
     * @param action runs on the loop's thread
     * @return its handle
     */
    public Handle callSoon(Runnable action) {
        checkUsable("callSoon");
        CallbackHandle callback = newCallback(action);
        driver.execute(callback);
        return callback;
    }

    /**
     * As {@link #callSoon}, from any thread; wakes the loop.
     *
     * @param action runs on the loop's thread
     * @return its handle
     * @throws IllegalStateException if the loop is closed
     */
    public Handle callSoonThreadsafe(Runnable action) {
        checkOpen();
        CallbackHandle callback = newCallback(action);
        driver.executeThreadsafe(callback);
        return callback;
    }

    private CallbackHandle newCallback(Runnable action) {
        Objects.requireNonNull(action, "action");
        return new CallbackHandle(action, CurrentContext.copyFor(this));
    }

    /**
     * Has something called when a time has passed.
     *
     * @param delay the time; zero or less for the next iteration
     * @param action runs on the loop's thread
     * @return its handle
     */
    public TimerHandle callLater(Duration delay, Runnable action) {
        checkUsable("callLater");
        return callAt(deadlineIn(Durations.nanos(delay)), action);
    }

    /**
     * Has something called at a moment.
     *
     * @param when the moment, as {@link #time()} counts
     * @param action runs on the loop's thread
     * @return its handle
     */
    public TimerHandle callAt(Duration when, Runnable action) {
        checkUsable("callAt");
        return callAt(Durations.nanos(when), action);
    }

    private TimerHandle callAt(long deadline, Runnable action) {
        Objects.requireNonNull(action, "action");
        TimerCallback timer =
                new TimerCallback(this, deadline, action, CurrentContext.copyFor(this));
        driver.schedule(timer, deadline);
        return timer;
    }

    long deadlineIn(long nanos) {
        long now = driver.nanoTime();
        long deadline = now + nanos;
        return nanos > 0 && deadline < now ? Long.MAX_VALUE : deadline;
    }

    /**
     * The time on the loop's clock.
     *
     * @return the time since the clock's origin
     */
    public Duration time() {
        checkThread("time");
        return Duration.ofNanos(driver.nanoTime());
    }

    /**
     * Makes a task. It starts in the next iteration, unless {@link #setTaskFactory} says otherwise.
     *
     * @param coroutine what it runs
     * @param <T> the type of the result
     * @return the task
     */
    public <T extends @Nullable Object> Task<T> createTask(Coroutine<T> coroutine) {
        return createTask(coroutine, (String) null);
    }

    /**
     * Makes a task with a name.
     *
     * @param coroutine what it runs
     * @param name its name; null for {@code Task-N}
     * @param <T> the type of the result
     * @return the task
     */
    public <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, @Nullable String name) {
        return createTask(coroutine, name, tasks.factory, CurrentContext.copyFor(this));
    }

    /**
     * Makes a task that starts when it is said here.
     *
     * @param coroutine what it runs
     * @param start when it starts, whatever the loop's setting is
     * @param <T> the type of the result
     * @return the task, which may be done already
     */
    public <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, TaskStart start) {
        Objects.requireNonNull(start, "start");
        return createTask(coroutine, null, start, CurrentContext.copyFor(this));
    }

    /**
     * Makes a task that runs in a context as it is, and not in a copy of its maker's.
     *
     * @param coroutine what it runs
     * @param context where it finds and sets the values of context variables
     * @param <T> the type of the result
     * @return the task
     */
    public <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine, Context context) {
        Objects.requireNonNull(context, "context");
        return createTask(coroutine, null, tasks.factory, context);
    }

    private <T extends @Nullable Object> Task<T> createTask(
            Coroutine<T> coroutine,
            @Nullable String name,
            TaskFactory start,
            @Nullable Context context) {
        checkUsable("createTask");
        Task<T> task = tasks.make(coroutine, name, context);
        tasks.begin(task, start);
        return task;
    }

    /**
     * Sets who says when tasks start of which nothing else is said; {@link TaskStart#LAZY} at
     * first, and {@link TaskStart#EAGER} for all to start at once. That concerns all code that
     * makes tasks on this loop: programs that rely on the order in which tasks begin may behave
     * differently. asyncio's {@code set_task_factory(eager_task_factory)}.
     *
     * @param factory who says it
     */
    public void setTaskFactory(TaskFactory factory) {
        checkThread("setTaskFactory");
        tasks.factory = Objects.requireNonNull(factory, "factory");
    }

    /**
     * Who says when tasks start of which nothing else is said.
     *
     * @return the factory
     */
    public TaskFactory taskFactory() {
        checkThread("taskFactory");
        return tasks.factory;
    }

    /**
     * Has something that libraries keep in a {@link ThreadLocal} carried along with each task and
     * callback, from the next step on. A task begins with what its maker has; the loop's thread has
     * its own between the steps. {@code toThread} and {@code runInExecutor} carry it too. It costs
     * time at each step.
     *
     * @param carrier knows how to take it out of a thread and put it into one; what it throws goes
     *     to the exception handler
     */
    public void carry(Carrier<?> carrier) {
        checkUsable("carry");
        Objects.requireNonNull(carrier, "carrier");
        carriers = Carriers.of(this, carrier);
        watchCallbacks();
    }

    private void watchCallbacks() {
        Carriers carriers = this.carriers;
        Watch measuring = reports.debug ? reports::watch : null;
        driver.watch(carriers == null ? measuring : carriers.around(measuring));
    }

    /** The task that runs now; null outside of any. The driver knows, so no switch writes it. */
    @Nullable Task<?> currentTask() {
        if (within != null) {
            return within;
        }
        return driver.running() instanceof Task<?> task ? task : null;
    }

    /**
     * Runs a coroutine as a task of this loop, from any thread. asyncio's {@code
     * run_coroutine_threadsafe}.
     *
     * @param coroutine what to run
     * @param <T> the type of the result
     * @return a future that ends as the task does; cancelling it requests the task's cancelling,
     *     and it is done when the task is; if the loop is closed first, it fails with an {@link
     *     IllegalStateException}
     * @throws IllegalStateException if the loop is closed
     */
    public <T extends @Nullable Object> CompletableFuture<T> submit(Coroutine<T> coroutine) {
        checkOpen();
        if (runsHere()) {
            return createTask(coroutine).asStage();
        }
        return tasks.createThreadsafe(coroutine, null).asStage();
    }

    /**
     * Has something that blocks done by an executor, beginning now. Cancelling the promise does not
     * stop what has begun. asyncio's {@code run_in_executor}.
     *
     * @param executor who does it; null for the loop's default executor
     * @param work what to do
     * @param <T> the type of the result
     * @return a promise of what it leads to
     */
    public <T extends @Nullable Object> Promise<T> runInExecutor(
            @Nullable Executor executor, Callable<? extends T> work) {
        checkUsable("runInExecutor");
        Objects.requireNonNull(work, "work");
        return new ExecutorCall<T>(this, work)
                .start(executor == null ? defaultExecutor() : executor);
    }

    /**
     * Sets who does blocking work unless an executor is named, {@code toThread}'s as well. At first
     * virtual threads where the JDK has them, a bounded pool of daemon threads otherwise.
     *
     * @param executor the executor; the loop shuts it down when it closes
     */
    public void setDefaultExecutor(ExecutorService executor) {
        checkUsable("setDefaultExecutor");
        this.executor.set(Objects.requireNonNull(executor, "executor"));
    }

    /**
     * Lets the default executor take no more work and waits for what it does.
     *
     * @param timeout how long to wait at most
     * @return a coroutine that gives false if work was still under way then
     */
    public Coroutine<Boolean> shutdownDefaultExecutor(Duration timeout) {
        checkUsable("shutdownDefaultExecutor");
        return executor.shutdown(timeout);
    }

    /**
     * Closes the generators that were stepped by hand, or borrowed, and are still open, all beside
     * each other; what a close fails with goes to the exception handler. A {@link Runner} does this
     * at its end, when the tasks that were left behind are cancelled. asyncio's {@code
     * shutdown_asyncgens}.
     *
     * @return a coroutine that ends when they are closed. A generator that begins after it and is
     *     left open is never closed, and the exception handler is told
     */
    public Coroutine<@Nullable Void> shutdownAsyncGenerators() {
        checkUsable("shutdownAsyncGenerators");
        return new CloseOpenIterators(openIterators);
    }

    Executor defaultExecutor() {
        return executor.get();
    }

    /**
     * Has something called when the process receives a signal, as an ordinary callback. It takes
     * the place of the handler that was there before, the JVM's own or another loop's, until it is
     * removed or the loop closes. asyncio's {@code add_signal_handler}.
     *
     * @param signal the signal's name, such as {@code TERM} or {@code SIGTERM}; a handler that this
     *     loop has for it already is replaced
     * @param action runs on the loop's thread
     * @throws IllegalArgumentException if there is no such signal, or the JVM keeps it for itself
     * @throws UnsupportedOperationException if the JVM has no way to handle signals
     */
    public void addSignalHandler(String signal, Runnable action) {
        checkUsable("addSignalHandler");
        signals.add(signal, Objects.requireNonNull(action, "action"));
    }

    /**
     * Puts the handler of a signal back that was there before this loop's.
     *
     * @param signal the signal's name
     * @return whether this loop handled it
     */
    public boolean removeSignalHandler(String signal) {
        checkThread("removeSignalHandler");
        return signals.remove(signal);
    }

    /** Runs until {@link #stop()}. Fails at once if this or another loop runs in this thread. */
    public void runForever() {
        state.begin();
        Object outside = Running.enter(this);
        try {
            driver.run();
        } finally {
            Running.leave(outside);
            state.end();
        }
    }

    /**
     * Runs until something is done.
     *
     * @param main what to wait for; a coroutine becomes a task
     * @param <T> the type of the result
     * @return its result; a failure is thrown as the object that it is, checked or not
     * @throws java.util.concurrent.CancellationException if it was cancelled
     * @throws IllegalStateException if a loop runs in this thread, or if this one was stopped
     *     before {@code main} was done
     */
    public <T extends @Nullable Object> T runUntilComplete(Awaitable<T> main) {
        Running.requireNoLoop();
        checkUsable("runUntilComplete");
        return runUntilDone(taskOf(main, CurrentContext.copyFor(this))).result();
    }

    /** Runs until the task is done, and leaves its failure to the caller. */
    <T extends @Nullable Object> Task<T> runUntilDone(Task<T> task) {
        if (task.done()) {
            return task;
        }
        DoneCallback<Task<T>> stop = new DoneCallback<>(task, ended -> driver.stop(), null);
        task.waiters = Waiters.add(task.waiters, stop);
        runForever();
        if (!task.done()) {
            task.waiters = Waiters.removeIf(task.waiters, waiter -> waiter == stop);
            throw new IllegalStateException(
                    "the event loop was stopped before " + task + " was done");
        }
        return task;
    }

    <T extends @Nullable Object> Task<T> taskOf(Awaitable<T> awaitable, @Nullable Context context) {
        checkUsable("run");
        if (awaitable instanceof Task<T> task && task.home == this) {
            return task;
        }
        Task<T> task = tasks.make(TailAwait.asCoroutine(awaitable), null, context);
        tasks.begin(task, tasks.factory);
        return task;
    }

    /** Makes {@link #runForever()} return when the iteration under way is over. */
    public void stop() {
        checkThread("stop");
        driver.stop();
    }

    /** As {@link #stop()}, from any thread. */
    public void stopThreadsafe() {
        callSoonThreadsafe(driver::stop);
    }

    /**
     * Gives back what the loop holds and reports the failures that nobody has looked at. What is
     * ready or suspended never runs again; the futures by which other threads wait for it fail. A
     * second call does nothing. From any thread, once the loop does not run.
     *
     * @throws IllegalStateException while the loop runs
     */
    @Override
    public void close() {
        if (!state.close()) {
            return;
        }
        signals.close();
        executor.close();
        unobserved.reportAll();
        driver.close();
        followers.forEach(TaskFuture::loopClosed);
    }

    /** Keeps a future that another thread waits for, so that it ends even if the loop is closed. */
    void followedFromOutside(TaskFuture<?> future) {
        followers.add(future);
        future.whenComplete((result, failure) -> followers.remove(future));
        if (state.closed()) {
            future.loopClosed();
        }
    }

    /**
     * Whether it runs. From any thread.
     *
     * @return true inside of {@link #runForever()}
     */
    public boolean isRunning() {
        return state.running();
    }

    /**
     * Whether it was closed. From any thread.
     *
     * @return true after {@link #close()}
     */
    public boolean isClosed() {
        return state.closed();
    }

    /**
     * Sets who is told of the failures that nobody else is there to see.
     *
     * @param handler the handler; null for the default one, which logs
     */
    public void setExceptionHandler(@Nullable ExceptionHandler handler) {
        checkThread("setExceptionHandler");
        reports.handler = handler;
    }

    /**
     * Who is told of the failures that nobody else is there to see.
     *
     * @return the handler; null for the default one
     */
    public @Nullable ExceptionHandler exceptionHandler() {
        checkThread("exceptionHandler");
        return reports.handler;
    }

    /**
     * Reports a failure to the exception handler.
     *
     * @param context what happened
     */
    public void callExceptionHandler(ExceptionContext context) {
        checkThread("callExceptionHandler");
        report(Objects.requireNonNull(context, "context"));
    }

    void report(ExceptionContext context) {
        reports.report(context);
    }

    /**
     * Logs a failure, to the {@link System.Logger} {@code dev.weft}: what is done without a
     * handler.
     *
     * @param context what happened
     */
    public void defaultExceptionHandler(ExceptionContext context) {
        LoopReports.log(context);
    }

    /**
     * Switches debug mode, from the next callback on: it reports callbacks that take long by the
     * loop's clock, what came too late, and where the tasks that fail were made.
     *
     * @param debug whether to
     */
    public void setDebug(boolean debug) {
        checkThread("setDebug");
        reports.debug = debug;
        watchCallbacks();
    }

    /**
     * Whether debug mode is on; {@code -Dweft.debug=true} switches it on for each new loop.
     *
     * @return true if it is
     */
    public boolean debug() {
        return reports.debug;
    }

    /**
     * How long a callback or a task's step may take before debug mode reports it; 100 ms at first.
     *
     * @return the duration
     */
    public Duration slowCallbackDuration() {
        checkThread("slowCallbackDuration");
        return Duration.ofNanos(reports.slowNanos);
    }

    /**
     * Sets how long a callback or a task's step may take before debug mode reports it.
     *
     * @param duration the duration; what takes just as long is reported
     */
    public void setSlowCallbackDuration(Duration duration) {
        checkThread("setSlowCallbackDuration");
        reports.slowNanos = Durations.nanos(duration);
    }

    Set<Task<?>> allTasks() {
        return tasks.copy();
    }

    boolean inThread() {
        return state.inThread();
    }

    boolean runsHere() {
        return state.running() && state.inThread();
    }

    /** As {@link LoopState#doneWhileIdle}. */
    boolean doneWhileIdle(Runnable action) {
        return state.doneWhileIdle(action);
    }

    void belongTo(Thread owner) {
        state.belongTo(owner);
    }

    /**
     * Makes a callback of ours ready from another thread; too late for a closed loop, it is lost.
     */
    void handOver(Callback callback) {
        driver.executeThreadsafe(callback);
    }

    void handOver(Runnable action) {
        handOver(new Posted(action));
    }

    void watchUnobserved(Eventual<?> source, Thrown thrown) {
        unobserved.add(source, thrown);
    }

    void checkThread(String method) {
        state.checkThread(method);
    }

    private void checkUsable(String method) {
        state.checkThread(method);
        state.checkOpen();
    }

    private void checkOpen() {
        state.checkOpen();
    }
}
