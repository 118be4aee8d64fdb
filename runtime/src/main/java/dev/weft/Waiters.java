package dev.weft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waiters in one field: null for none, a {@link Task} or {@link Waiter} for one, a list for more.
 * Nearly everything has one waiter at most, and a list would be larger than the rest of the task.
 */
final class Waiters {
    private static final class Several extends ArrayList<Object> {
        private static final long serialVersionUID = 1;

        /** Of its waiters, those that do not wait any more, at most. */
        private int left;
    }

    /** Takes the place of those of whom nothing is left. */
    static final Waiter NOBODY =
            new Waiter() {
                @Override
                public void completed(Eventual<?> source) {}

                @Override
                public Waiter leftBehind() {
                    return this;
                }
            };

    private Waiters() {}

    static Object add(@Nullable Object waiters, Object waiter) {
        if (waiters == null) {
            return waiter;
        }
        Several list;
        if (waiters instanceof Several several) {
            list = several;
        } else {
            list = new Several();
            list.add(waiters);
        }
        list.add(waiter);
        return list;
    }

    static void completed(@Nullable Object waiters, Eventual<?> source) {
        if (waiters instanceof Several list) {
            for (Object waiter : list) {
                completedOne(waiter, source);
            }
        } else if (waiters != null) {
            completedOne(waiters, source);
        }
    }

    private static void completedOne(Object waiter, Eventual<?> source) {
        if (waiter instanceof Task<?> task) {
            task.completed(source);
        } else {
            ((Waiter) waiter).completed(source);
        }
    }

    /**
     * Says that one of them does not wait any more. If it is not the last they are taken out when
     * they are many, so that what is awaited and left over and over does not grow.
     */
    static @Nullable Object without(@Nullable Object waiters, Waiter leaver) {
        Waiter inPlace = leaver.leftBehind();
        if (waiters == leaver) {
            return inPlace == NOBODY ? null : inPlace;
        }
        if (waiters instanceof Several list) {
            int last = list.size() - 1;
            if (inPlace == NOBODY && last >= 0 && list.get(last) == leaver) {
                list.remove(last);
            } else if (++list.left > 1 + list.size() / 2) {
                takeOutLeft(list);
            }
        }
        return waiters;
    }

    private static void takeOutLeft(Several list) {
        Set<Waiter> inPlace = new LinkedHashSet<>();
        list.removeIf(
                entry -> {
                    Waiter one = entry instanceof Waiter waiter ? waiter.leftBehind() : null;
                    if (one != null && one != NOBODY) {
                        inPlace.add(one);
                    }
                    return one != null;
                });
        list.addAll(inPlace);
        list.left = inPlace.size();
    }

    static @Nullable Object removeIf(@Nullable Object waiters, Predicate<Object> unwanted) {
        if (waiters instanceof Several list) {
            list.removeIf(unwanted);
            return list;
        }
        return waiters != null && unwanted.test(waiters) ? null : waiters;
    }
}
