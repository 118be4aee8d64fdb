package dev.weft;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** An iterator over what a function gives for another's elements, several of which it is given. */
final class MapConcurrent<T extends @Nullable Object, R extends @Nullable Object>
        extends ConcurrentPull<R> implements Pump.Sink {
    private final AsyncIterator<? extends T> source;
    private final Question<T> function;
    private final int limit;
    private final boolean ordered;
    private @Nullable Pump pump;

    /** What is to be given, in this order: tasks that run if ordered, only ended ones otherwise. */
    private final Queue<Task<?>> results = new ArrayDeque<>();

    /** Elements that were asked about and not given yet. */
    private int underWay;

    private boolean sourceEnded;

    MapConcurrent(
            AsyncIterator<? extends T> source, Question<T> function, int limit, boolean ordered) {
        this.source = source;
        this.function = function;
        this.limit = limit;
        this.ordered = ordered;
    }

    @Override
    void begin() {
        Pump pump = new Pump(source, this);
        this.pump = pump;
        start(pump);
    }

    @Override
    public boolean hasRoom() {
        return underWay < limit;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void put(@Nullable Object element) {
        underWay++;
        Task<?> task = start(new Asking<>(function, (T) element));
        if (ordered) {
            results.add(task);
        }
    }

    @Override
    void ended(Task<?> task, @Nullable Coroutine<?> ran) {
        boolean failed = task.state != Eventual.SUCCEEDED;
        if (ran == pump) {
            sourceEnded = true;
            if (failed) {
                underWay++;
                results.add(task);
            }
            return;
        }
        if (!ordered) {
            results.add(task);
        }
        if (failed) {
            pump.stop();
        }
    }

    @Override
    @Nullable Object poll() {
        Task<?> next = results.peek();
        if (next == null) {
            return sourceEnded && underWay == 0 ? END : NOTHING;
        }
        if (!next.done()) {
            return NOTHING;
        }
        results.remove();
        underWay--;
        pump.wake();
        return next.awaitFrom(this);
    }

    @Override
    AsyncCloseable sources() {
        return source;
    }

    /** Asks the function about one element, in a task of its own. */
    private static final class Asking<T extends @Nullable Object>
            extends Coroutine<@Nullable Object> {
        private final Question<T> function;
        private @Nullable T element;
        private boolean asked;

        Asking(Question<T> function, T element) {
            this.function = function;
            this.element = element;
        }

        @Override
        protected @Nullable Object step(@Nullable Object received) throws Exception {
            if (asked) {
                return outcome(received);
            }
            asked = true;
            T element = this.element;
            this.element = null;
            return function.ask(element, this);
        }
    }
}
