package dev.weft;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for something, first come first served. What is given goes to the first at once, so
 * that it belongs to nobody else in between: no newcomer overtakes, and who is cancelled before
 * leaves the list. Adding, taking and leaving cost the same however many wait.
 */
final class WaitList {
    final LoopBound owner;
    private @Nullable Place<?> first;
    private @Nullable Place<?> last;
    private int size;

    WaitList(LoopBound owner) {
        this.owner = owner;
    }

    int size() {
        return size;
    }

    void add(Place<?> place) {
        if (place.list != this) {
            place.list = this;
        }
        place.listed = true;
        if (last == null) {
            first = place;
        } else {
            place.previous = last;
            last.next = place;
        }
        last = place;
        size++;
    }

    void remove(Place<?> place) {
        Place<?> before = place.previous;
        Place<?> behind = place.next;
        if (before == null) {
            first = behind;
        } else {
            before.next = behind;
        }
        if (behind == null) {
            last = before;
        } else {
            behind.previous = before;
        }
        place.previous = null;
        place.next = null;
        place.listed = false;
        size--;
    }

    /** Takes out who is next; null if nobody waits. */
    @Nullable Place<?> poll() {
        Place<?> place = first;
        if (place == null) {
            return null;
        }
        Place<?> behind = place.next;
        first = behind;
        if (behind == null) {
            last = null;
        } else {
            behind.previous = null;
            place.next = null;
        }
        place.listed = false;
        size--;
        return place;
    }

    /** Wakes all of them with the same. */
    void wakeAll(@Nullable Object received) {
        Place<?> next;
        while ((next = poll()) != null) {
            next.wake(received);
        }
    }

    /**
     * Wakes some of them, each with what is made for it.
     *
     * @param outcome a value or a {@link Thrown}
     */
    void wakeIf(Predicate<Place<?>> wanted, Function<Place<?>, @Nullable Object> outcome) {
        Place<?> place = first;
        while (place != null) {
            if (wanted.test(place)) {
                remove(place);
                place.wake(outcome.apply(place));
                // It may have been one of several alternatives, and taken its neighbours with it.
                place = first;
            } else {
                place = place.next;
            }
        }
    }
}
