package dev.weft;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What an {@link Exchange} holds for later, in the order in which it gives it away. */
interface Buffer<T extends @Nullable Object> {
    void add(T item);

    /** Takes the next one out; there is one. */
    T take();

    int size();

    void clear();

    static <T extends @Nullable Object> Buffer<T> firstInFirstOut() {
        return new InLine<>(false);
    }

    static <T extends @Nullable Object> Buffer<T> lastInFirstOut() {
        return new InLine<>(true);
    }

    static <T extends @Nullable Object> Buffer<T> lowestFirst(Comparator<? super T> order) {
        return new Sorted<>(order);
    }

    /** By when they came. */
    final class InLine<T extends @Nullable Object> implements Buffer<T> {
        /** In place of null, which a deque does not take. */
        private static final Object NULL = new Object();

        private final Deque<Object> items = new ArrayDeque<>();
        private final boolean newestFirst;

        private InLine(boolean newestFirst) {
            this.newestFirst = newestFirst;
        }

        @Override
        public void add(T item) {
            items.add(item == null ? NULL : item);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T take() {
            Object item = newestFirst ? items.removeLast() : items.removeFirst();
            return item == NULL ? (T) null : (T) item;
        }

        @Override
        public int size() {
            return items.size();
        }

        @Override
        public void clear() {
            items.clear();
        }
    }

    /** By an order, equal ones by when they came. */
    final class Sorted<T extends @Nullable Object> implements Buffer<T> {
        private record Entry<T extends @Nullable Object>(T item, long number) {}

        private final PriorityQueue<Entry<T>> entries;
        private long count;

        private Sorted(Comparator<? super T> order) {
            Comparator<Entry<T>> byItem = (a, b) -> order.compare(a.item, b.item);
            entries = new PriorityQueue<>(byItem.thenComparingLong(Entry::number));
        }

        @Override
        public void add(T item) {
            entries.add(new Entry<>(item, count++));
        }

        @Override
        public T take() {
            return entries.remove().item;
        }

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public void clear() {
            entries.clear();
        }
    }
}
