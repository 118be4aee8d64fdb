package dev.weft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Event loops that run beside each other, each in a thread of its own, so that a program uses more
 * than one processor.
 *
 * <pre>{@code
 * try (var loops = EventLoops.perCore()) {
 *     var pages = new ArrayList<CompletableFuture<String>>();
 *     for (var uri : uris) pages.add(loops.submit(() -> fetch(uri)));
 *     for (var page : pages) System.out.println(page.join());
 * }
 * }</pre>
 *
 * <p>What runs on one loop is single-threaded as always. Tasks and promises belong to their loop
 * and cannot be awaited on another; what {@link #submit} gives can, and a {@link CrossLoopChannel}
 * takes items from one loop to the others. All methods may be called from any thread. What
 * asyncio's users do with a thread for each loop.
 */
public final class EventLoops implements AsyncCloseable {
    private final List<LoopThread> members;

    /** Guarded by this. */
    private boolean closed;

    private EventLoops(List<LoopThread> members) {
        this.members = members;
    }

    /**
     * Starts as many loops as there are processors.
     *
     * @return the loops, to be closed
     */
    public static EventLoops perCore() {
        return perCore(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Starts loops.
     *
     * @param count how many
     * @return the loops, to be closed
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public static EventLoops perCore(int count) {
        return perCore(count, EventLoop::create);
    }

    /**
     * Starts loops of one's own making.
     *
     * @param count how many
     * @param loops makes each, in this thread; the loop then belongs to a thread of its own
     * @return the loops, to be closed
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public static EventLoops perCore(int count, Supplier<EventLoop> loops) {
        Objects.requireNonNull(loops, "loops");
        if (count < 1) {
            throw new IllegalArgumentException("there must be a loop at least, not " + count);
        }
        List<LoopThread> members =
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> new LoopThread(loops.get(), "weft-loop-" + number))
                        .toList();
        members.forEach(LoopThread::start);
        return new EventLoops(members);
    }

    /**
     * How many there are.
     *
     * @return the number
     */
    public int size() {
        return members.size();
    }

    /**
     * The loops, for {@link EventLoop#callSoonThreadsafe} for instance.
     *
     * @return always the same, in a list that cannot be changed
     */
    public List<EventLoop> loops() {
        return members.stream().map(member -> member.loop).toList();
    }

    /**
     * Runs something as a task of the loop that has the least to do: of which the fewest
     * submissions have not ended.
     *
     * @param body makes the coroutine, on that loop
     * @param <T> the type of the result
     * @return a future that ends as the task does; cancelling it requests the task's cancelling,
     *     and it is done when the task is. If the loops are closed first, the task is cancelled
     * @throws IllegalStateException if the loops are closed
     */
    public synchronized <T extends @Nullable Object> CompletableFuture<T> submit(
            AsyncSupplier<T> body) {
        Objects.requireNonNull(body, "body");
        requireOpen();
        return members.stream()
                .min(Comparator.comparingInt(LoopThread::underWay))
                .orElseThrow()
                .submit(body);
    }

    /**
     * As {@link #submit(AsyncSupplier)}, on a certain loop.
     *
     * @param index which one, from 0
     * @param body makes the coroutine, on that loop
     * @param <T> the type of the result
     * @return the future
     * @throws IndexOutOfBoundsException if there is no such loop
     * @throws IllegalStateException if the loops are closed
     */
    public synchronized <T extends @Nullable Object> CompletableFuture<T> submit(
            int index, AsyncSupplier<T> body) {
        LoopThread member = members.get(Objects.checkIndex(index, members.size()));
        Objects.requireNonNull(body, "body");
        requireOpen();
        return member.submit(body);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the event loops are closed");
        }
    }

    /**
     * Stops the loops, cancels what runs on them, waits until that and the threads have ended, and
     * closes them, all beside each other. In an {@code @Async} body {@link #closeAsync()} is
     * awaited in place of this. A second call only waits.
     *
     * @throws IllegalStateException on a thread that runs a loop, which must not wait so
     */
    @Override
    public void close() {
        if (Running.turnsLoop(Running.here())) {
            throw new IllegalStateException(
                    "close() of event loops would block the loop of thread \""
                            + Thread.currentThread().getName()
                            + "\": await closeAsync() there");
        }
        boolean interrupted = false;
        while (!closedUninterrupted()) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean closedUninterrupted() {
        try {
            stopAndJoin();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /**
     * As {@link #close()}, for a loop that is none of these. A cancel ends the waiting; the loops
     * go on closing.
     *
     * @return a coroutine that ends when all are closed
     * @throws IllegalStateException on one of these loops, which cannot wait for its own end
     */
    @Override
    public Coroutine<@Nullable Void> closeAsync() {
        EventLoop here = Running.loopOrNull();
        if (here != null && loops().contains(here)) {
            throw new IllegalStateException(
                    "closeAsync() was called on one of the event loops that it closes");
        }
        return new ThreadCall<@Nullable Void>(
                () -> {
                    stopAndJoin();
                    return null;
                },
                loop -> work -> Workers.daemon(work).start());
    }

    private void stopAndJoin() throws InterruptedException {
        synchronized (this) {
            if (!closed) {
                closed = true;
                members.forEach(LoopThread::stop);
            }
        }
        for (LoopThread member : new ArrayList<>(members)) {
            member.join();
        }
    }
}
