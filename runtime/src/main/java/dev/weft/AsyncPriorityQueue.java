package dev.weft;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A queue of which the lowest item is got first; of equal ones that which was put first. asyncio's
 * {@code PriorityQueue}, whose order of equal ones is not defined.
 *
 * @param <T> the type of the items
 */
public final class AsyncPriorityQueue<T extends @Nullable Object> extends AsyncQueue<T> {
    /**
     * Makes a queue of items that can be compared with each other, as all {@link Comparable}s of a
     * type can. Putting one that cannot throws a {@link ClassCastException}.
     *
     * @param maxSize how many items it holds; {@link #UNBOUNDED}, or less than that, for any number
     */
    public AsyncPriorityQueue(int maxSize) {
        this(maxSize, natural());
    }

    /**
     * Makes a queue with an order.
     *
     * @param maxSize how many items it holds; {@link #UNBOUNDED}, or less than that, for any number
     * @param order by it the lowest is got first
     */
    public AsyncPriorityQueue(int maxSize, Comparator<? super T> order) {
        super(maxSize, Buffer.lowestFirst(Objects.requireNonNull(order, "order")));
    }

    @SuppressWarnings("unchecked")
    private static <T extends @Nullable Object> Comparator<T> natural() {
        return (Comparator<T>) Comparator.<Comparable<Object>>naturalOrder();
    }
}
