package dev.weft.loop;

import org.jspecify.annotations.Nullable;

/** A first-in-first-out ring of callbacks that grows. Not for use by several threads. */
final class ReadyQueue {
    private @Nullable Callback[] ring = new @Nullable Callback[64];
    private int head;
    private int tail;

    int size() {
        return tail - head;
    }

    void add(Callback callback) {
        if (tail - head == ring.length - 1) {
            grow();
        }
        ring[tail++ & (ring.length - 1)] = callback;
    }

    /** Takes the oldest; the queue must not be empty. */
    Callback take() {
        @Nullable Callback[] ring = this.ring;
        int head = this.head;
        ring[(head - 1) & (ring.length - 1)] = null;
        Callback callback = ring[head & (ring.length - 1)];
        this.head = head + 1;
        assert callback != null;
        return callback;
    }

    /** What was taken last, until it is forgotten; its place in the ring is not used before. */
    @Nullable Callback taken() {
        return ring[(head - 1) & (ring.length - 1)];
    }

    /** Ends what {@link #take} began. */
    void forgetTaken() {
        ring[(head - 1) & (ring.length - 1)] = null;
    }

    private void grow() {
        @Nullable Callback[] larger = new @Nullable Callback[ring.length * 2];
        int count = size();
        for (int i = 0; i < count; i++) {
            larger[i] = ring[(head + i) & (ring.length - 1)];
        }
        larger[larger.length - 1] = taken();
        ring = larger;
        head = 0;
        tail = count;
    }
}
