package dev.weft.loop;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What other threads hand over to a loop: any thread adds, the loop's takes all at once, oldest
 * first. Looking into an empty one is a single volatile read.
 */
final class Inbox {
    private static final class Entry {
        final Callback callback;

        /** The one before it; once the loop has taken them, the one behind it. */
        @Nullable Entry next;

        Entry(Callback callback) {
            this.callback = callback;
        }
    }

    private final AtomicReference<@Nullable Entry> newest = new AtomicReference<>();

    void add(Callback callback) {
        Entry entry = new Entry(callback);
        do {
            entry.next = newest.get();
        } while (!newest.compareAndSet(entry.next, entry));
    }

    boolean isEmpty() {
        return newest.get() == null;
    }

    void drainTo(ReadyQueue ready) {
        Entry oldest = reversed(newest.getAndSet(null));
        for (Entry e = oldest; e != null; e = e.next) {
            ready.add(e.callback);
        }
    }

    private static @Nullable Entry reversed(@Nullable Entry first) {
        Entry behind = null;
        for (Entry e = first; e != null; ) {
            Entry next = e.next;
            e.next = behind;
            behind = e;
            e = next;
        }
        return behind;
    }
}
