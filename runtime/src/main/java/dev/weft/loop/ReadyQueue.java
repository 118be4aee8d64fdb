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
        if (tail - head == ring.length) {
            grow();
        }
        ring[tail++ & (ring.length - 1)] = callback;
    }

    /** Takes the oldest; the queue must not be empty. */
    Callback take() {
        int index = head++ & (ring.length - 1);
        Callback callback = ring[index];
        assert callback != null;
        ring[index] = null;
        return callback;
    }

    private void grow() {
        @Nullable Callback[] larger = new @Nullable Callback[ring.length * 2];
        int count = size();
        for (int i = 0; i < count; i++) {
            larger[i] = ring[(head + i) & (ring.length - 1)];
        }
        ring = larger;
        head = 0;
        tail = count;
    }
}
