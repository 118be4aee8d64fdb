package dev.weft.loop;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What other threads hand over to a loop: any thread adds, the loop's takes all at once, oldest
 * first. Looking into an empty one is a single volatile read.
 */
final class Inbox {
    private record Entry(Callback callback, @Nullable Entry older) {}

    private final AtomicReference<@Nullable Entry> newest = new AtomicReference<>();

    void add(Callback callback) {
        Entry older;
        do {
            older = newest.get();
        } while (!newest.compareAndSet(older, new Entry(callback, older)));
    }

    boolean isEmpty() {
        return newest.get() == null;
    }

    void drainTo(ReadyQueue ready) {
        Entry oldest = null;
        for (Entry e = newest.getAndSet(null); e != null; e = e.older) {
            oldest = new Entry(e.callback, oldest);
        }
        for (Entry e = oldest; e != null; e = e.older) {
            ready.add(e.callback);
        }
    }
}
