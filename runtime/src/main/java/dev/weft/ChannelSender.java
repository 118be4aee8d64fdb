package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * An end of a channel that sends. Each producer has one of its own and closes it when it has sent
 * all; the receivers come to their end when all are closed. For the loop's thread only. trio's
 * {@code MemorySendChannel}.
 *
 * @param <T> the type of the items
 */
public final class ChannelSender<T extends @Nullable Object> implements AutoCloseable {
    private final AsyncChannel<T> channel;
    private boolean closed;

    ChannelSender(AsyncChannel<T> channel) {
        this.channel = channel;
    }

    /**
     * Sends an item; suspends only if the channel is full and its senders wait. A task that is
     * cancelled while it waits has sent nothing.
     *
     * @param item the item
     * @return a coroutine that ends when a receiver or the channel has it. It throws a {@link
     *     ChannelBrokenException} if all receivers are closed, and a {@link ChannelClosedException}
     *     if this end is, before or meanwhile
     */
    public Coroutine<@Nullable Void> send(T item) {
        return new Send(item);
    }

    /**
     * What {@code await(send(item))} comes to in woven code: no coroutine is made unless it has to
     * wait.
     *
     * @param item as {@link #send}
     * @param awaiter the coroutine that awaits, running on this thread
     * @return null, or a mark that the awaiter has to wait
     */
    public @Nullable Object sendFrom(T item, Coroutine<?> awaiter) {
        Task<?> task = channel.taskHere(awaiter);
        if (task == null || closed) {
            return send(item).awaitFrom(awaiter);
        }
        return channel.offer(item) ? null : new Send(item).waitIn(task, awaiter);
    }

    /**
     * Sends an item without waiting.
     *
     * @param item the item
     * @throws WouldBlockException if there is no room and nobody waits for it
     * @throws ChannelBrokenException if all receivers are closed
     * @throws ChannelClosedException if this end is closed
     */
    public void sendNowait(T item) {
        channel.checkCall("sendNowait");
        requireOpen();
        if (!channel.offer(item)) {
            throw new WouldBlockException("there is no room in " + channel);
        }
    }

    /**
     * Makes one more sender of the same channel, to be closed by itself. trio's {@code clone}.
     *
     * @return a new sender
     * @throws ChannelClosedException if this one is closed
     */
    public ChannelSender<T> another() {
        channel.checkCall("another");
        requireOpen();
        return channel.newSender();
    }

    /**
     * Closes this end; who waits in it to send fails with a {@link ChannelClosedException}. Closing
     * again does nothing.
     */
    @Override
    public void close() {
        if (!closed) {
            channel.checkCall("close of a sender");
            closed = true;
            channel.senderClosed(this);
        }
    }

    /**
     * Its channel's state now.
     *
     * @return a record of it
     */
    public AsyncChannel.Statistics statistics() {
        return channel.statistics();
    }

    private void requireOpen() {
        if (closed) {
            throw closed();
        }
    }

    ChannelClosedException closed() {
        return new ChannelClosedException("this sender of " + channel + " is closed");
    }

    @Override
    public String toString() {
        return (closed ? "closed sender of " : "sender of ") + channel;
    }

    private final class Send extends Exchange.Give<T> {
        Send(T item) {
            super(channel.exchange.givers, item, ChannelSender.this);
        }

        @Override
        @Nullable Object attempt(Task<?> task) {
            requireOpen();
            return channel.offer(item) ? null : WAIT;
        }

        @Override
        String verb() {
            return "send";
        }
    }
}
