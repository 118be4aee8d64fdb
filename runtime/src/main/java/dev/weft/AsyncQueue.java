package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * A queue between tasks: what was put first is got first. Who gets from an empty queue waits, and
 * so does who puts into a full one.
 *
 * <pre>{@code
 * for (var order : each(queue)) { // until the queue is shut down and empty
 *     await(deliver(order));
 *     queue.taskDone();
 * }
 * }</pre>
 *
 * <p>An item goes to the one that has waited longest, at the moment when it is put, so that nobody
 * overtakes. A task that is cancelled while it waits has put or got nothing; one that was given an
 * item already has it, and the cancel comes at its next suspension. Items may be null.
 *
 * <p>It belongs to the loop on which it is first used, and is for that loop's thread only.
 * asyncio's {@code Queue}. For several producers that end each by itself see {@link AsyncChannel}.
 *
 * @param <T> the type of the items
 */
public sealed class AsyncQueue<T extends @Nullable Object> extends LoopBound
        implements AsyncIterable<T> permits AsyncLifoQueue, AsyncPriorityQueue {
    /** The {@code maxSize} of a queue that is never full. */
    public static final int UNBOUNDED = 0;

    private final int maxSize;
    private final Exchange<T> exchange;
    private final WaitList joining = new WaitList(this);

    /** Items that were put and for which {@link #taskDone} was not called; while 0, none joins. */
    private int unfinished;

    private boolean shutDown;

    /**
     * Makes a queue.
     *
     * @param maxSize how many items it holds; {@link #UNBOUNDED}, or less than that, for any number
     */
    public AsyncQueue(int maxSize) {
        this(maxSize, Buffer.firstInFirstOut());
    }

    AsyncQueue(int maxSize, Buffer<T> buffer) {
        this.maxSize = maxSize;
        int capacity = maxSize <= 0 ? Integer.MAX_VALUE : maxSize;
        this.exchange = new Exchange<>(this, buffer, capacity, () -> unfinished++);
    }

    /**
     * A queue's state at a moment.
     *
     * @param size how many items it holds
     * @param maxSize how many it can hold; 0 or less for any number
     * @param peakSize how many it ever held
     * @param unfinished for how many items {@link AsyncQueue#taskDone} has to be called
     * @param getting how many wait for an item
     * @param putting how many wait to put one
     * @param shutDown whether it was shut down
     */
    public record Statistics(
            int size,
            int maxSize,
            int peakSize,
            int unfinished,
            int getting,
            int putting,
            boolean shutDown) {}

    /**
     * Puts an item; suspends only if the queue is full.
     *
     * @param item the item
     * @return a coroutine that ends when it is put. It throws a {@link QueueShutDownException} if
     *     the queue is shut down before
     */
    public Coroutine<@Nullable Void> put(T item) {
        return new Put(item);
    }

    /**
     * What {@code await(put(item))} comes to in woven code: no coroutine is made unless it has to
     * wait.
     *
     * @param item as {@link #put}
     * @param awaiter the coroutine that awaits, running on this thread
     * @return null, or a mark that the awaiter has to wait
     */
    public final @Nullable Object putFrom(T item, Coroutine<?> awaiter) {
        Task<?> task = taskHere(awaiter);
        if (task == null || shutDown) {
            return put(item).awaitFrom(awaiter);
        }
        return exchange.offer(item) ? null : new Put(item).waitIn(task, awaiter);
    }

    /**
     * Gets an item; suspends only if the queue is empty.
     *
     * @return a coroutine that gives it. It throws a {@link QueueShutDownException} if the queue is
     *     shut down and empty
     */
    public Coroutine<T> get() {
        return new Get(false);
    }

    /**
     * What {@code await(get())} comes to in woven code: no coroutine is made unless it has to wait.
     *
     * @param awaiter the coroutine that awaits, running on this thread
     * @return the item, or a mark that the awaiter has to wait
     */
    public final @Nullable Object getFrom(Coroutine<?> awaiter) {
        return getFrom(awaiter, false);
    }

    private @Nullable Object getFrom(Coroutine<?> awaiter, boolean iterating) {
        Task<?> task = taskHere(awaiter);
        if (task == null || shutDown) {
            return new Get(iterating).awaitFrom(awaiter);
        }
        Object item = exchange.poll();
        return item == Exchange.NOTHING ? new Get(iterating).waitIn(task, awaiter) : item;
    }

    /**
     * Puts an item without waiting.
     *
     * @param item the item
     * @throws QueueFullException if the queue is full
     * @throws QueueShutDownException if it is shut down
     */
    public void putNowait(T item) {
        checkCall("putNowait");
        requireNotShutDown();
        if (!exchange.offer(item)) {
            throw new QueueFullException(name() + " is full: it holds " + maxSize + " items");
        }
    }

    /**
     * Gets an item without waiting.
     *
     * @return the item
     * @throws QueueEmptyException if the queue is empty
     * @throws QueueShutDownException if it is empty and shut down
     */
    @SuppressWarnings("unchecked")
    public T getNowait() {
        checkCall("getNowait");
        Object item = exchange.poll();
        if (item == Exchange.NOTHING) {
            requireNotShutDown();
            throw new QueueEmptyException(name() + " is empty");
        }
        return (T) item;
    }

    /**
     * How many items it holds. asyncio's {@code qsize}.
     *
     * @return the number
     */
    public int size() {
        checkCall("size");
        return exchange.buffer.size();
    }

    /**
     * Whether it holds no items.
     *
     * @return true if there are none
     */
    public boolean isEmpty() {
        return size() == 0;
    }

    /**
     * Whether it holds as many items as it can.
     *
     * @return true if it does; always false for an unbounded queue
     */
    public boolean isFull() {
        return maxSize > 0 && size() >= maxSize;
    }

    /**
     * How many items it can hold.
     *
     * @return the number; 0 or less for any number
     */
    public int maxSize() {
        return maxSize;
    }

    /**
     * Says that the work on an item that was got is done.
     *
     * @throws IllegalStateException if it was said for all items already
     */
    public void taskDone() {
        checkCall("taskDone");
        if (unfinished == 0) {
            throw new IllegalStateException(
                    "taskDone was called more often than items were put into " + name());
        }
        finished(1);
    }

    private void finished(int items) {
        unfinished -= items;
        if (unfinished == 0) {
            joining.wakeAll(null);
        }
    }

    /**
     * Waits until {@link #taskDone} was called for each item that was put; does not suspend if that
     * is so.
     *
     * @return a coroutine that ends then
     */
    public Coroutine<@Nullable Void> join() {
        return new Join();
    }

    /** Shuts the queue down: nothing is put any more, what is in it can be got. */
    public void shutdown() {
        shutdown(false);
    }

    /**
     * Shuts the queue down: nothing is put any more, and those that wait to put fail with a {@link
     * QueueShutDownException}. So do those that wait for an item, and all that get one when it is
     * empty; iterations end.
     *
     * @param immediate whether what is in it is thrown away, as if it were got and done
     */
    public void shutdown(boolean immediate) {
        checkCall("shutdown");
        shutDown = true;
        exchange.failGivers(null, this::isShutDown);
        exchange.endTakers(this::isShutDown);
        if (immediate) {
            int discarded = exchange.buffer.size();
            exchange.buffer.clear();
            finished(Math.min(discarded, unfinished));
        }
    }

    private void requireNotShutDown() {
        if (shutDown) {
            throw isShutDown();
        }
    }

    private QueueShutDownException isShutDown() {
        return new QueueShutDownException(name() + " is shut down");
    }

    /**
     * Iterates over what is put, taking it out, until the queue is shut down and empty. Several may
     * do so at a time: each item goes to one of them.
     */
    @Override
    public AsyncIterator<T> iterator() {
        return new AsyncIterator<>() {
            @Override
            public Coroutine<T> next() {
                return new NextByHand<>(this);
            }

            @Override
            public @Nullable Object nextFrom(Coroutine<?> awaiter) {
                return getFrom(awaiter, true);
            }
        };
    }

    /**
     * Its state now.
     *
     * @return a record of it
     */
    public Statistics statistics() {
        return new Statistics(
                size(),
                maxSize,
                exchange.peak(),
                unfinished,
                exchange.takers.size(),
                exchange.givers.size(),
                shutDown);
    }

    @Override
    public String toString() {
        return name()
                + " ("
                + exchange.buffer.size()
                + (maxSize > 0 ? " of " + maxSize : "")
                + " items"
                + (shutDown ? ", shut down)" : ")");
    }

    private final class Put extends Exchange.Give<T> {
        Put(T item) {
            super(exchange.givers, item, null);
        }

        @Override
        @Nullable Object attempt(Task<?> task) {
            requireNotShutDown();
            return exchange.offer(item) ? null : WAIT;
        }

        @Override
        String verb() {
            return "put";
        }
    }

    private final class Get extends Exchange.Take<T> {
        Get(boolean iterating) {
            super(exchange.takers, iterating, null);
        }

        @Override
        @Nullable Object attempt(Task<?> task) {
            Object item = exchange.poll();
            if (item != Exchange.NOTHING) {
                return item;
            }
            if (shutDown && iterating) {
                return END;
            }
            requireNotShutDown();
            return WAIT;
        }

        @Override
        String verb() {
            return "get";
        }
    }

    private final class Join extends Place<@Nullable Void> {
        Join() {
            super(joining);
        }

        @Override
        @Nullable Object attempt(Task<?> task) {
            return unfinished == 0 ? null : WAIT;
        }

        @Override
        String verb() {
            return "join";
        }
    }
}
