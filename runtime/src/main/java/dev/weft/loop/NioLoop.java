package dev.weft.loop;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The driver on a {@link java.nio.channels.Selector}: all that it needs is in the JDK. */
public final class NioLoop implements Driver {
    /** Makes drivers of this kind; the one that is used unless another is asked for. */
    public static final EventLoopProvider PROVIDER =
            new EventLoopProvider() {
                @Override
                public String name() {
                    return "nio";
                }

                @Override
                public Driver open(Clock clock, FailureHandler failures) {
                    return new NioLoop(clock, failures);
                }
            };

    /** A busy loop looks for ready channels once in so many iterations, or in so long. */
    private static final int BUSY_ITERATIONS_PER_POLL = 32;

    private static final long POLL_NANOS = 50_000;

    private static final Callback LOOK_AGAIN =
            new Callback() {
                @Override
                protected void run() {}
            };

    private final Clock clock;
    private final FailureHandler failures;
    private final ReadyQueue ready = new ReadyQueue();
    private final Inbox inbox = new Inbox();
    private final TimerHeap timers = new TimerHeap();
    private final ClockSaver saver;
    private final Poller poller = new Poller(ready);

    /** Work under way in other threads, during which a virtual clock stands still. */
    private final AtomicInteger held = new AtomicInteger();

    /** Whether there are timers or channels: if not, a busy iteration has to look at neither. */
    private boolean lookAround;

    private int iterationsSincePoll;
    private long lastPoll = System.nanoTime();
    private boolean stopping;
    private boolean interrupted;
    private @Nullable Watch watch;
    private Runnable idle = () -> {};

    /**
     * Makes a driver; no system resource is taken before the loop first waits.
     *
     * @param clock the time to run by
     * @param failures told of what callbacks throw
     */
    public NioLoop(Clock clock, FailureHandler failures) {
        this.clock = clock;
        this.failures = failures;
        this.saver = new ClockSaver(clock);
    }

    @Override
    public void execute(Callback callback) {
        ready.add(callback);
    }

    @Override
    public void executeThreadsafe(Callback callback) {
        inbox.add(callback);
        poller.wake();
    }

    @Override
    public void schedule(Timer timer, long deadline) {
        lookAround = true;
        if (timers.add(timer, deadline)) {
            saver.becameFirst(deadline);
        }
    }

    @Override
    public void cancel(Timer timer) {
        timers.cancel(timer);
    }

    @Override
    public long nanoTime() {
        return saver.now();
    }

    @Override
    public void run() {
        try {
            do {
                iterate();
            } while (!stopping);
        } finally {
            ready.forgetTaken();
            stopping = false;
            if (interrupted) {
                interrupted = false;
                Thread.currentThread().interrupt();
            }
        }
    }

    private void iterate() {
        int n = ready.size();
        if (n == 0 || lookAround || !inbox.isEmpty()) {
            ready.forgetTaken();
            lookAround(n > 0);
            n = ready.size();
        }
        for (; n > 0; n--) {
            runOne(ready.take());
        }
    }

    private void lookAround(boolean busy) {
        if (!busy && inbox.isEmpty() && !stopping) {
            waitForWork();
        } else if (poller.inUse() && timeToPoll()) {
            poller.pollNow();
        }
        if (!inbox.isEmpty()) {
            inbox.drainTo(ready);
        }
        if (!timers.isEmpty() && saver.worthReading(ready.size() == 0)) {
            collectDue(saver.read());
        }
        lookAround = poller.inUse() || !timers.isEmpty();
    }

    /** Iterations may be long, so that counting them is not enough. */
    private boolean timeToPoll() {
        long now = System.nanoTime();
        if (++iterationsSincePoll < BUSY_ITERATIONS_PER_POLL && now - lastPoll < POLL_NANOS) {
            return false;
        }
        iterationsSincePoll = 0;
        lastPoll = now;
        return true;
    }

    private void waitForWork() {
        idle.run();
        iterationsSincePoll = 0;
        lastPoll = System.nanoTime();
        boolean timed = !timers.isEmpty();
        if (timed && clock.standsStill()) {
            poller.pollNow();
            // A thread releases only after it handed over: the count must be read before the inbox.
            boolean nothingElse = held.get() == 0 && inbox.isEmpty() && ready.size() == 0;
            if (nothingElse && clock.jumpTo(timers.firstDeadline())) {
                return;
            }
            // The clock does not move by itself: somebody will hand something over.
            timed = false;
        }
        long nanos = timed ? timeTo(timers.firstDeadline()) : Long.MAX_VALUE;
        if (nanos > 0 && ready.size() == 0) {
            poller.await(nanos, inbox);
        }
        // An interrupt is the business of whoever called run: it must not make every wait return.
        interrupted |= Thread.interrupted();
    }

    /** Deadlines long ago are farther away than a number can say. */
    private long timeTo(long deadline) {
        long now = clock.nanoTime();
        return deadline <= now ? 0 : deadline - now;
    }

    private void collectDue(long now) {
        Timer due;
        while ((due = timers.pollDue(now)) != null) {
            due.state = Timer.DUE;
            ready.add(due);
        }
    }

    private void runOne(Callback callback) {
        try {
            if (watch == null) {
                callback.run();
            } else {
                watch.run(callback::run, callback);
            }
        } catch (Throwable failure) {
            report(callback, failure);
        }
    }

    private void report(Callback callback, Throwable failure) {
        try {
            failures.failed(callback, failure);
        } catch (Throwable again) {
            // Nobody is left to be told, and the loop must go on.
        }
    }

    @Override
    public @Nullable Callback running() {
        return ready.taken();
    }

    @Override
    public void stop() {
        stopping = true;
    }

    @Override
    public void close() {
        poller.close();
    }

    @Override
    public void hold() {
        if (clock.standsStill()) {
            held.incrementAndGet();
        }
    }

    @Override
    public void release() {
        if (clock.standsStill() && held.decrementAndGet() == 0) {
            // Through the inbox: a bare wake could fall between the loop's look and its wait.
            executeThreadsafe(LOOK_AGAIN);
        }
    }

    @Override
    public Registration register(SelectableChannel channel, int operations, Readiness readiness)
            throws IOException {
        lookAround = true;
        return poller.register(channel, operations, readiness);
    }

    @Override
    public void watch(@Nullable Watch watch) {
        this.watch = watch;
    }

    @Override
    public void beforeWaiting(Runnable idle) {
        this.idle = idle;
    }
}
