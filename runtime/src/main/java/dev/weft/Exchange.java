package dev.weft;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where items change hands: what queues and channels have in common. A given item goes to the
 * longest waiting taker at once, into the buffer if there is room, or waits with its giver.
 */
final class Exchange<T extends @Nullable Object> {
    /** What {@link #poll} gives when there is nothing. */
    static final Object NOTHING = new Object();

    final Buffer<T> buffer;
    private final int capacity;

    /** Called for each item that is taken over, be it by a taker or the buffer. */
    private final Runnable entered;

    /** While one waits, the buffer is full. */
    final WaitList givers;

    /** While one waits, the buffer is empty. */
    final WaitList takers;

    private int peak;

    Exchange(LoopBound owner, Buffer<T> buffer, int capacity, Runnable entered) {
        this.buffer = buffer;
        this.capacity = capacity;
        this.entered = entered;
        this.givers = new WaitList(owner);
        this.takers = new WaitList(owner);
    }

    /**
     * Takes an item over.
     *
     * @return false if its giver has to wait
     */
    boolean offer(T item) {
        Place<?> taker = takers.poll();
        if (taker == null && buffer.size() >= capacity) {
            return false;
        }
        if (taker == null) {
            store(item);
        } else {
            entered.run();
            taker.wake(item);
        }
        return true;
    }

    private void store(T item) {
        buffer.add(item);
        peak = Math.max(peak, buffer.size());
        entered.run();
    }

    /** Gives the next item, or {@link #NOTHING}. */
    @Nullable Object poll() {
        if (buffer.size() > 0) {
            T item = buffer.take();
            storeWaiting();
            return item;
        }
        if (givers.poll() instanceof Give<?> giver) {
            entered.run();
            giver.wake(null);
            return giver.item;
        }
        return NOTHING;
    }

    /** Lets those that wait to give into the buffer. An order that fails is their failure. */
    @SuppressWarnings("unchecked")
    private void storeWaiting() {
        while (buffer.size() < capacity && givers.poll() instanceof Give<?> giver) {
            Object outcome = null;
            try {
                store((T) giver.item);
            } catch (RuntimeException failure) {
                outcome = new Thrown(failure);
            }
            giver.wake(outcome);
        }
    }

    /** Most items that were ever in the buffer. */
    int peak() {
        return peak;
    }

    /** Fails those of one end that wait to give, or of all ends. */
    void failGivers(@Nullable Object end, Supplier<? extends Throwable> failure) {
        givers.wakeIf(
                place -> end == null || ((Give<?>) place).end == end,
                place -> new Thrown(failure.get()));
    }

    /** Fails those of one end that wait to take. */
    void failTakers(Object end, Supplier<? extends Throwable> failure) {
        takers.wakeIf(place -> ((Take<?>) place).end == end, place -> new Thrown(failure.get()));
    }

    /** Tells all that wait to take that nothing will come any more. */
    void endTakers(Supplier<? extends Throwable> failure) {
        takers.wakeIf(
                place -> true,
                place -> ((Take<?>) place).iterating ? Coroutine.END : new Thrown(failure.get()));
    }

    /** Gives an item, or waits with it. */
    abstract static class Give<T extends @Nullable Object> extends Place<@Nullable Void> {
        final T item;

        /** Who gives: the sender of a channel; null for a queue. */
        final @Nullable Object end;

        Give(WaitList list, T item, @Nullable Object end) {
            super(list);
            this.item = item;
            this.end = end;
        }
    }

    /** Takes an item, or waits for one. */
    abstract static class Take<T extends @Nullable Object> extends Place<T> {
        /** Whether the end of all items is a mark and not a failure. */
        final boolean iterating;

        /** Who takes: the receiver of a channel; null for a queue. */
        final @Nullable Object end;

        Take(WaitList list, boolean iterating, @Nullable Object end) {
            super(list);
            this.iterating = iterating;
            this.end = end;
        }
    }
}
