package dev.weft.loop;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A heap of timers, each with four below it, and their deadlines beside them. A timer does not know
 * its place: to tell a million of them at each move would cost more than the moves. One that is
 * cancelled may stay until the cancelled are more than those that are not, and then all go. Not for
 * use by several threads.
 */
final class TimerHeap {
    private @Nullable Timer[] timers = new @Nullable Timer[12];
    private long[] deadlines = new long[12];
    private int size;
    private int cancelled;
    private int scheduled;

    boolean isEmpty() {
        return size == 0;
    }

    /** How many it holds, the cancelled included. */
    int kept() {
        return size;
    }

    /** The deadline of the timer that is due first; there must be one. */
    long firstDeadline() {
        while (at(0).state == Timer.OVER) {
            removeFirst();
            cancelled--;
        }
        return deadlines[0];
    }

    /** Takes out the first whose deadline has come; null if there is none. */
    @Nullable Timer pollDue(long now) {
        // The deadline of a cancelled one tells enough as long as it is to come.
        while (size > 0 && deadlines[0] <= now) {
            Timer first = at(0);
            removeFirst();
            if (first.state == Timer.PENDING) {
                removeIfMany();
                return first;
            }
            cancelled--;
        }
        return null;
    }

    /** Adds a timer and says whether it is now the first. */
    boolean add(Timer timer, long deadline) {
        if (timer.state != Timer.UNSCHEDULED) {
            throw new IllegalStateException("a timer is scheduled once");
        }
        if (size == timers.length) {
            grow();
        }
        timer.state = Timer.PENDING;
        timer.sequence = scheduled++;
        return up(size++, timer, deadline) == 0;
    }

    /** To just less than a power of two: with its header, a large array fills whole regions. */
    private void grow() {
        int larger = 2 * size + 4;
        timers = Arrays.copyOf(timers, larger);
        deadlines = Arrays.copyOf(deadlines, larger);
    }

    /** Cancels a timer; nothing happens if it is over, and if it is due it will not run. */
    void cancel(Timer timer) {
        boolean pending = timer.state == Timer.PENDING;
        timer.state = Timer.OVER;
        if (!pending) {
            return;
        }
        if (timers[size - 1] == timer) {
            timers[--size] = null;
        } else {
            cancelled++;
        }
        removeIfMany();
    }

    /** No more than half of them are cancelled ones, and none where nothing else is pending. */
    private void removeIfMany() {
        if (2 * cancelled > size) {
            removeCancelled();
        }
    }

    private void removeCancelled() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            Timer timer = at(i);
            if (timer.state == Timer.PENDING) {
                timers[kept] = timer;
                deadlines[kept++] = deadlines[i];
            }
        }
        Arrays.fill(timers, kept, size, null);
        size = kept;
        cancelled = 0;
        for (int i = (kept - 2) >> 2; i >= 0; i--) {
            down(i, at(i), deadlines[i]);
        }
    }

    private void removeFirst() {
        int last = --size;
        Timer moved = at(last);
        timers[last] = null;
        if (last > 0) {
            down(0, moved, deadlines[last]);
        }
    }

    private int up(int from, Timer timer, long deadline) {
        int hole = from;
        while (hole > 0) {
            int above = (hole - 1) >>> 2;
            if (!before(timer, deadline, above)) {
                break;
            }
            place(hole, at(above), deadlines[above]);
            hole = above;
        }
        place(hole, timer, deadline);
        return hole;
    }

    private void down(int from, Timer timer, long deadline) {
        int hole = from;
        for (int child; (child = 4 * hole + 1) < size; ) {
            int first = firstOf(child, Math.min(child + 4, size));
            if (before(timer, deadline, first)) {
                break;
            }
            place(hole, at(first), deadlines[first]);
            hole = first;
        }
        place(hole, timer, deadline);
    }

    private int firstOf(int from, int end) {
        int first = from;
        for (int i = from + 1; i < end; i++) {
            if (before(at(i), deadlines[i], first)) {
                first = i;
            }
        }
        return first;
    }

    private boolean before(Timer timer, long deadline, int index) {
        long other = deadlines[index];
        return deadline != other ? deadline < other : timer.sequence - at(index).sequence < 0;
    }

    private void place(int index, Timer timer, long deadline) {
        timers[index] = timer;
        deadlines[index] = deadline;
    }

    private Timer at(int index) {
        Timer timer = timers[index];
        assert timer != null;
        return timer;
    }
}
