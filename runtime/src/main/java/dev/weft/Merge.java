package dev.weft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** An iterator over the elements of others, which run ahead of it, as they come. */
final class Merge<T extends @Nullable Object> extends ConcurrentPull<T> {
    /** What a queue holds in place of null. */
    private static final Object NULL = new Object();

    private final List<AsyncIterator<? extends T>> sources;

    /** How many elements of each may wait here. */
    private final int capacity;

    private final List<Lane> lanes = new ArrayList<>(1);

    /** Of each element that waits, the lane. */
    private final Queue<Lane> order = new ArrayDeque<>();

    private int running;

    /** The task of the first source that failed. */
    private @Nullable Task<?> failed;

    Merge(List<AsyncIterator<? extends T>> sources, int capacity) {
        this.sources = sources;
        this.capacity = capacity;
    }

    private final class Lane implements Pump.Sink {
        final Queue<Object> elements = new ArrayDeque<>(2);
        final Pump pump;

        Lane(AsyncIterator<?> source) {
            pump = new Pump(source, this);
        }

        @Override
        public boolean hasRoom() {
            return elements.size() < capacity;
        }

        @Override
        public void put(@Nullable Object element) {
            elements.add(element == null ? NULL : element);
            order.add(this);
            changed();
        }

        @Nullable Object take() {
            Object element = elements.remove();
            pump.wake();
            return element == NULL ? null : element;
        }
    }

    @Override
    void begin() {
        sources.forEach(source -> lanes.add(new Lane(source)));
        running = lanes.size();
        lanes.forEach(lane -> start(lane.pump));
    }

    @Override
    @Nullable Object poll() {
        Lane lane = order.poll();
        if (lane != null) {
            return lane.take();
        }
        if (failed != null) {
            return failed.awaitFrom(this);
        }
        return running == 0 ? END : NOTHING;
    }

    @Override
    void ended(Task<?> task, @Nullable Coroutine<?> ran) {
        running--;
        if (task.state != Eventual.SUCCEEDED && failed == null) {
            failed = task;
        }
    }

    @Override
    AsyncCloseable sources() {
        return CloseAll.of(sources);
    }
}
