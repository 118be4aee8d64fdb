package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A way for items from senders to receivers, each end of which can be shared and closed by itself:
 * when the last sender is closed the receivers come to an end, when the last receiver is closed
 * sending fails.
 *
 * <pre>{@code
 * var channel = AsyncChannel.<Order>of(10);
 * group.createTask(produce(channel.sender())); // closes it when nothing more comes
 * for (var order : each(channel.receiver())) {
 *     await(deliver(order));
 * }
 * }</pre>
 *
 * <p>How much it holds has to be said: with 0 a sender waits until a receiver takes its item. An
 * item goes to the receiver that has waited longest, at the moment when it is sent, so that nobody
 * overtakes. A task that is cancelled while it waits has sent or received nothing; one that was
 * given an item already has it, and the cancel comes at its next suspension. Items may be null.
 *
 * <p>It belongs to the loop on which it is first used, and is for that loop's thread only. trio's
 * memory channel.
 *
 * @param <T> the type of the items
 */
public final class AsyncChannel<T extends @Nullable Object> extends LoopBound {
    private final int capacity;
    private final Overflow overflow;
    final Exchange<T> exchange;
    private final ChannelSender<T> sender;
    private final ChannelReceiver<T> receiver;
    private int openSenders;
    private int openReceivers;
    private long dropped;

    private AsyncChannel(int capacity, Overflow overflow) {
        Counts.requireNotNegative("capacity", capacity);
        if (capacity == 0 && overflow == Overflow.DROP_OLDEST) {
            throw new IllegalArgumentException("a channel of capacity 0 holds no oldest item");
        }
        this.capacity = capacity;
        this.overflow = Objects.requireNonNull(overflow, "overflow");
        this.exchange = new Exchange<>(this, Buffer.firstInFirstOut(), capacity, () -> {});
        this.sender = newSender();
        this.receiver = newReceiver();
    }

    /**
     * Makes a channel whose senders wait when it is full.
     *
     * @param capacity how many items it holds for receivers to come; 0 for none, so that a sender
     *     and a receiver have to meet
     * @param <T> the type of the items
     * @return the channel, with a sender and a receiver
     * @throws IllegalArgumentException if {@code capacity} is negative
     */
    public static <T extends @Nullable Object> AsyncChannel<T> of(int capacity) {
        return of(capacity, Overflow.WAIT);
    }

    /**
     * Makes a channel.
     *
     * @param capacity how many items it holds for receivers to come
     * @param overflow what becomes of an item for which there is no room
     * @param <T> the type of the items
     * @return the channel, with a sender and a receiver
     * @throws IllegalArgumentException if {@code capacity} is negative, or 0 with {@link
     *     Overflow#DROP_OLDEST}
     */
    public static <T extends @Nullable Object> AsyncChannel<T> of(int capacity, Overflow overflow) {
        return new AsyncChannel<>(capacity, overflow);
    }

    /**
     * Makes a channel that holds any number of items, so that sending never waits.
     *
     * @param <T> the type of the items
     * @return the channel, with a sender and a receiver
     */
    public static <T extends @Nullable Object> AsyncChannel<T> unbounded() {
        return of(Integer.MAX_VALUE);
    }

    /**
     * A channel's state at a moment.
     *
     * @param size how many items it holds
     * @param capacity how many it can hold
     * @param peakSize how many it ever held
     * @param dropped how many were thrown away for want of room
     * @param senders how many senders are open
     * @param receivers how many receivers are open
     * @param sending how many wait to send
     * @param receiving how many wait for an item
     */
    public record Statistics(
            int size,
            int capacity,
            int peakSize,
            long dropped,
            int senders,
            int receivers,
            int sending,
            int receiving) {}

    /**
     * The sender that it was made with; for more see {@link ChannelSender#another()}.
     *
     * @return always the same one
     */
    public ChannelSender<T> sender() {
        return sender;
    }

    /**
     * The receiver that it was made with; for more see {@link ChannelReceiver#another()}.
     *
     * @return always the same one
     */
    public ChannelReceiver<T> receiver() {
        return receiver;
    }

    /**
     * How many items it can hold.
     *
     * @return the number
     */
    public int capacity() {
        return capacity;
    }

    /**
     * Its state now.
     *
     * @return a record of it
     */
    public Statistics statistics() {
        checkCall("statistics");
        return new Statistics(
                exchange.buffer.size(),
                capacity,
                exchange.peak(),
                dropped,
                openSenders,
                openReceivers,
                exchange.givers.size(),
                exchange.takers.size());
    }

    ChannelSender<T> newSender() {
        openSenders++;
        return new ChannelSender<>(this);
    }

    ChannelReceiver<T> newReceiver() {
        openReceivers++;
        return new ChannelReceiver<>(this);
    }

    /** Takes an item from a sender that is open, unless that has to wait. */
    boolean offer(T item) {
        if (openReceivers == 0) {
            throw broken();
        }
        if (exchange.offer(item)) {
            return true;
        }
        if (overflow == Overflow.WAIT) {
            return false;
        }
        dropped++;
        if (overflow == Overflow.DROP_OLDEST) {
            exchange.buffer.take();
            exchange.offer(item);
        }
        return true;
    }

    /** Whether nothing will come any more, if it is empty. */
    boolean isAtEnd() {
        return openSenders == 0;
    }

    void senderClosed(ChannelSender<T> sender) {
        exchange.failGivers(sender, sender::closed);
        if (--openSenders == 0) {
            exchange.endTakers(this::atEnd);
        }
    }

    void receiverClosed(ChannelReceiver<T> receiver) {
        exchange.failTakers(receiver, receiver::closed);
        if (--openReceivers == 0) {
            exchange.failGivers(null, this::broken);
            exchange.buffer.clear();
        }
    }

    private ChannelBrokenException broken() {
        return new ChannelBrokenException("all receivers of " + name() + " are closed");
    }

    ChannelEndException atEnd() {
        return new ChannelEndException(
                name() + " is empty and all its senders are closed: nothing will come any more");
    }

    @Override
    public String toString() {
        return name()
                + " ("
                + exchange.buffer.size()
                + (capacity < Integer.MAX_VALUE ? " of " + capacity : "")
                + " items, "
                + openSenders
                + " senders, "
                + openReceivers
                + " receivers)";
    }
}
