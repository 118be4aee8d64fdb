package dev.weft.loop;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A binary heap of timers that know their place in it, so that one is removed in logarithmic time
 * and a cancelled timer is never left behind. Not for use by several threads.
 */
final class TimerHeap {
    private @Nullable Timer[] timers = new @Nullable Timer[16];
    private int size;
    private int scheduled;

    boolean isEmpty() {
        return size == 0;
    }

    /** The timer that is due first; null if there is none. */
    @Nullable Timer first() {
        return timers[0];
    }

    /** Adds a timer and says whether it is now the first. */
    boolean add(Timer timer) {
        if (size == timers.length) {
            timers = Arrays.copyOf(timers, size * 2);
        }
        timer.sequence = scheduled++;
        up(size++, timer);
        return timer.index == 0;
    }

    /** Removes a timer that is in the heap. */
    void remove(Timer timer) {
        int hole = timer.index;
        Timer last = at(--size);
        timers[size] = null;
        timer.index = Timer.UNSCHEDULED;
        if (last == timer) {
            return;
        }
        if (hole > 0 && last.before(at((hole - 1) >>> 1))) {
            up(hole, last);
        } else {
            down(hole, last);
        }
    }

    private void up(int hole, Timer timer) {
        while (hole > 0) {
            int above = (hole - 1) >>> 1;
            Timer parent = at(above);
            if (!timer.before(parent)) {
                break;
            }
            place(hole, parent);
            hole = above;
        }
        place(hole, timer);
    }

    private void down(int hole, Timer timer) {
        while (true) {
            int child = 2 * hole + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && at(child + 1).before(at(child))) {
                child++;
            }
            if (!at(child).before(timer)) {
                break;
            }
            place(hole, at(child));
            hole = child;
        }
        place(hole, timer);
    }

    private void place(int index, Timer timer) {
        timers[index] = timer;
        timer.index = index;
    }

    private Timer at(int index) {
        Timer timer = timers[index];
        assert timer != null;
        return timer;
    }
}
