package dev.weft;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way for items from the tasks of any loop, and from plain threads, to the tasks of any other.
 *
 * <pre>{@code
 * var orders = CrossLoopChannel.<Order>of(100);
 * for (int i = 0; i < loops.size(); i++) {
 *     loops.submit(i, () -> deliverAll(orders)); // for (var order : each(orders)) …
 * }
 * await(orders.send(order));
 * }</pre>
 *
 * <p>How much it holds has to be said: when that is reached senders wait, and with 0 each waits for
 * a receiver. An item goes to the receiver that has waited longest, at the moment when it is sent.
 * A task that is cancelled while it waits has sent or received nothing; one that was given an item
 * already has it, and the cancel comes at its next suspension. Items may be null. Each item goes to
 * one receiver; a receiver whose loop was closed gets none.
 *
 * <p>All methods may be called from any thread; a coroutine that they give is awaited on a loop.
 * Within one loop an {@link AsyncChannel} is lighter, and its ends can be closed one by one.
 * asyncio has nothing like it.
 *
 * @param <T> the type of the items
 */
public final class CrossLoopChannel<T extends @Nullable Object>
        implements AsyncIterable<T>, AutoCloseable {
    private static final Object NULL = new Object();
    private static final Object NOTHING = new Object();

    private final int capacity;

    // The rest is guarded by this, which is held for moments only.

    /** With {@link #NULL} for null. */
    private final Queue<Object> buffer = new ArrayDeque<>();

    /** While one waits here, the buffer is full. */
    private final Set<CrossLoopWait> senders = new LinkedHashSet<>();

    /** While one waits here, the buffer is empty. */
    private final Set<CrossLoopWait> receivers = new LinkedHashSet<>();

    private boolean closed;

    private CrossLoopChannel(int capacity) {
        Counts.requireNotNegative("capacity", capacity);
        this.capacity = capacity;
    }

    /**
     * Makes a channel.
     *
     * @param capacity how many items it holds for receivers to come; 0 for none
     * @param <T> the type of the items
     * @return the channel
     * @throws IllegalArgumentException if {@code capacity} is negative
     */
    public static <T extends @Nullable Object> CrossLoopChannel<T> of(int capacity) {
        return new CrossLoopChannel<>(capacity);
    }

    /**
     * A channel's state at a moment.
     *
     * @param size how many items it holds
     * @param capacity how many it can hold
     * @param sending how many wait to send
     * @param receiving how many wait for an item
     * @param closed whether it was closed
     */
    public record Statistics(int size, int capacity, int sending, int receiving, boolean closed) {}

    /**
     * Sends an item; suspends only if the channel is full.
     *
     * @param item the item
     * @return a coroutine that ends when a receiver or the channel has it. It throws a {@link
     *     ChannelClosedException} if the channel is closed, before or meanwhile
     */
    public Coroutine<@Nullable Void> send(T item) {
        return new Send(item);
    }

    /**
     * Sends an item without waiting.
     *
     * @param item the item
     * @throws WouldBlockException if there is no room and nobody waits for it
     * @throws ChannelClosedException if the channel is closed
     */
    public synchronized void sendNowait(T item) {
        if (!offer(item)) {
            throw new WouldBlockException("there is no room in " + this);
        }
    }

    /**
     * Receives an item; suspends only if there is none.
     *
     * @return a coroutine that gives it. It throws a {@link ChannelEndException} if there is none
     *     and the channel is closed, before or meanwhile
     */
    public Coroutine<T> receive() {
        return new Receive(false);
    }

    /**
     * Receives an item without waiting.
     *
     * @return the item
     * @throws WouldBlockException if there is none
     * @throws ChannelEndException if there is none and the channel is closed
     */
    @SuppressWarnings("unchecked")
    public synchronized T receiveNowait() {
        Object item = poll();
        if (item != NOTHING) {
            return (T) item;
        }
        if (closed) {
            throw atEnd();
        }
        throw new WouldBlockException("there is nothing in " + this);
    }

    /**
     * Iterates over what is received, until the channel is closed and empty. Several may iterate at
     * a time, and each item goes to one of them; leaving an iteration leaves the channel open.
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
                return new Receive(true).awaitFrom(awaiter);
            }
        };
    }

    /**
     * Lets nobody send any more: who waits to send fails with a {@link ChannelClosedException}, and
     * has sent nothing. Receivers get what the channel holds, and come to their end then. Closing
     * again does nothing.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        for (CrossLoopWait sender; (sender = first(senders)) != null; ) {
            sender.end(new Thrown(closed()));
        }
        for (CrossLoopWait receiver; (receiver = first(receivers)) != null; ) {
            receiver.end(receiver.iterating ? Coroutine.END : new Thrown(atEnd()));
        }
    }

    /**
     * Its state now.
     *
     * @return a record of it
     */
    public synchronized Statistics statistics() {
        return new Statistics(buffer.size(), capacity, senders.size(), receivers.size(), closed);
    }

    /** Takes an item over, unless its sender has to wait. */
    private boolean offer(@Nullable Object item) {
        if (closed) {
            throw closed();
        }
        CrossLoopWait receiver = first(receivers);
        if (receiver != null) {
            receiver.end(item);
            return true;
        }
        if (buffer.size() >= capacity) {
            return false;
        }
        buffer.add(item == null ? NULL : item);
        return true;
    }

    /** Gives the next item, or {@link #NOTHING}. */
    private @Nullable Object poll() {
        Object item = buffer.poll();
        CrossLoopWait sender = first(senders);
        if (item == null) {
            if (sender == null) {
                return NOTHING;
            }
            sender.end(null);
            return sender.item;
        }
        if (sender != null) {
            buffer.add(sender.item == null ? NULL : sender.item);
            sender.end(null);
        }
        return item == NULL ? null : item;
    }

    /** Takes out who has waited longest. A loop that was closed leaves its tasks behind here. */
    private static @Nullable CrossLoopWait first(Set<CrossLoopWait> waiting) {
        Iterator<CrossLoopWait> all = waiting.iterator();
        while (all.hasNext()) {
            CrossLoopWait wait = all.next();
            all.remove();
            if (!wait.isLost()) {
                return wait;
            }
        }
        return null;
    }

    /** Takes out a wait that is cancelled; false if it has ended already. */
    synchronized boolean leave(CrossLoopWait wait) {
        return senders.remove(wait) || receivers.remove(wait);
    }

    private ChannelClosedException closed() {
        return new ChannelClosedException(name() + " is closed");
    }

    private ChannelEndException atEnd() {
        return new ChannelEndException(name() + " is empty and closed: nothing will come any more");
    }

    private String name() {
        return "channel@" + Integer.toHexString(System.identityHashCode(this));
    }

    @Override
    public synchronized String toString() {
        return (closed ? "closed " : "")
                + name()
                + " across loops ("
                + buffer.size()
                + " of "
                + capacity
                + " items)";
    }

    private final class Send extends Leaf<@Nullable Void> {
        private final T item;

        Send(T item) {
            this.item = item;
        }

        @Override
        @Nullable Object begin(Task<?> task, Coroutine<?> awaiter) {
            CrossLoopWait wait;
            synchronized (CrossLoopChannel.this) {
                if (offer(item)) {
                    return null;
                }
                wait = new CrossLoopWait(CrossLoopChannel.this, task, item, false);
                senders.add(wait);
            }
            return task.suspendOn(wait, awaiter);
        }
    }

    private final class Receive extends Leaf<T> {
        private final boolean iterating;

        Receive(boolean iterating) {
            this.iterating = iterating;
        }

        @Override
        @Nullable Object begin(Task<?> task, Coroutine<?> awaiter) {
            CrossLoopWait wait;
            synchronized (CrossLoopChannel.this) {
                Object item = poll();
                if (item != NOTHING) {
                    return item;
                }
                if (closed && iterating) {
                    return END;
                }
                if (closed) {
                    throw atEnd();
                }
                wait = new CrossLoopWait(CrossLoopChannel.this, task, null, iterating);
                receivers.add(wait);
            }
            return task.suspendOn(wait, awaiter);
        }
    }
}
