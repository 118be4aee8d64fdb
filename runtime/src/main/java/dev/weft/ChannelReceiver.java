package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * An end of a channel that receives. Several tasks may share one, or have each its own; each item
 * goes to one of them. Iterating over it ends when all senders are closed and the channel is empty;
 * leaving the iteration early leaves the receiver open. For the loop's thread only. trio's {@code
 * MemoryReceiveChannel}.
 *
 * @param <T> the type of the items
 */
public final class ChannelReceiver<T extends @Nullable Object>
        implements AsyncIterable<T>, AutoCloseable {
    private final AsyncChannel<T> channel;
    private boolean closed;

    ChannelReceiver(AsyncChannel<T> channel) {
        this.channel = channel;
    }

    /**
     * Receives an item; suspends only if there is none. A task that is cancelled while it waits has
     * received nothing.
     *
     * @return a coroutine that gives it. It throws a {@link ChannelEndException} if there is none
     *     and all senders are closed, and a {@link ChannelClosedException} if this end is, before
     *     or meanwhile
     */
    public Coroutine<T> receive() {
        return new Receive(false);
    }

    /**
     * What {@code await(receive())} comes to in woven code: no coroutine is made unless it has to
     * wait.
     *
     * @param awaiter the coroutine that awaits, running on this thread
     * @return the item, or a mark that the awaiter has to wait
     */
    public @Nullable Object receiveFrom(Coroutine<?> awaiter) {
        return receiveFrom(awaiter, false);
    }

    private @Nullable Object receiveFrom(Coroutine<?> awaiter, boolean iterating) {
        Task<?> task = channel.taskHere(awaiter);
        if (task == null || closed || channel.isAtEnd()) {
            return new Receive(iterating).awaitFrom(awaiter);
        }
        Object item = channel.exchange.poll();
        return item == Exchange.NOTHING ? new Receive(iterating).waitIn(task, awaiter) : item;
    }

    /**
     * Receives an item without waiting.
     *
     * @return the item
     * @throws WouldBlockException if there is none
     * @throws ChannelEndException if there is none and all senders are closed
     * @throws ChannelClosedException if this end is closed
     */
    @SuppressWarnings("unchecked")
    public T receiveNowait() {
        channel.checkCall("receiveNowait");
        requireOpen();
        Object item = channel.exchange.poll();
        if (item != Exchange.NOTHING) {
            return (T) item;
        }
        if (channel.isAtEnd()) {
            throw channel.atEnd();
        }
        throw new WouldBlockException("there is nothing in " + channel);
    }

    /**
     * Makes one more receiver of the same channel, to be closed by itself. trio's {@code clone}.
     *
     * @return a new receiver
     * @throws ChannelClosedException if this one is closed
     */
    public ChannelReceiver<T> another() {
        channel.checkCall("another");
        requireOpen();
        return channel.newReceiver();
    }

    /**
     * Closes this end; who waits in it for an item fails with a {@link ChannelClosedException}. If
     * it is the last one, what the channel holds is thrown away. Closing again does nothing.
     */
    @Override
    public void close() {
        if (!closed) {
            channel.checkCall("close of a receiver");
            closed = true;
            channel.receiverClosed(this);
        }
    }

    /**
     * Iterates over what is received. The iteration throws a {@link ChannelClosedException} if this
     * end is closed.
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
                return receiveFrom(awaiter, true);
            }
        };
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
        return new ChannelClosedException("this receiver of " + channel + " is closed");
    }

    @Override
    public String toString() {
        return (closed ? "closed receiver of " : "receiver of ") + channel;
    }

    private final class Receive extends Exchange.Take<T> {
        Receive(boolean iterating) {
            super(channel.exchange.takers, iterating, ChannelReceiver.this);
        }

        @Override
        @Nullable Object attempt(Task<?> task) {
            requireOpen();
            Object item = channel.exchange.poll();
            if (item != Exchange.NOTHING) {
                return item;
            }
            if (!channel.isAtEnd()) {
                return WAIT;
            }
            if (iterating) {
                return END;
            }
            throw channel.atEnd();
        }

        @Override
        String verb() {
            return "receive";
        }
    }
}
