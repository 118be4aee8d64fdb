package dev.weft.benchmarks.byhand;

import dev.weft.benchmarks.Computation;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The floor: tasks and frames as somebody would write them by hand for one program, on a loop that
 * does what every loop has to: run what is ready in rounds, look between the rounds for what other
 * threads handed over and for timers, survive failures and keep nothing alive. No cancellation, no
 * names, no traces, no checks of use.
 */
final class HandWritten {

    static final Object SUSPENDED = new Object();

    private HandWritten() {}

    /** A call that can suspend. */
    abstract static class Frame {
        @Nullable Frame parent;
        Task task;
        int state;

        Frame(Task task) {
            this.task = task;
        }

        abstract @Nullable Object step();

        final @Nullable Object call(Frame child) {
            child.parent = this;
            return child.step();
        }
    }

    /**
     * A chain of calls, resumed at its innermost. It has the fields of a task that others may
     * await, cancel and list, although nobody does so here: they are part of what a switch among
     * many tasks has to walk over.
     */
    static final class Task {
        final Loop loop;
        @Nullable Frame innermost;
        @Nullable Object value;
        @Nullable Object waiters;
        @Nullable Object waitingOn;
        @Nullable Object cancellation;
        @Nullable Task previous;
        @Nullable Task next;
        @Nullable String name;
        int depth;
        int state;

        Task(Loop loop) {
            this.loop = loop;
        }

        void resume() {
            Frame frame = innermost;
            while (true) {
                Object result;
                try {
                    result = frame.step();
                } catch (Throwable failure) {
                    result = failure;
                }
                if (result == SUSPENDED) return;
                Frame parent = frame.parent;
                value = result;
                if (parent == null) return;
                frame = parent;
            }
        }

        Object yieldFrom(Frame frame) {
            innermost = frame;
            loop.add(this);
            return SUSPENDED;
        }
    }

    /** Runs what is ready, in turn. */
    static final class Loop {
        private Task[] ready = new Task[1 << 10];
        private final Queue<Task> handedOver = new ConcurrentLinkedQueue<>();
        private final Queue<Task> timers = new PriorityQueue<>();
        private @Nullable Task live;
        private int head;
        private int size;

        void add(Task task) {
            if (size == ready.length) grow();
            ready[head + size++ & ready.length - 1] = task;
        }

        private void grow() {
            Task[] larger = new Task[ready.length * 2];
            for (int i = 0; i < size; i++) larger[i] = ready[head + i & ready.length - 1];
            ready = larger;
            head = 0;
        }

        void run() {
            run(Integer.MAX_VALUE);
        }

        void run(int rounds) {
            for (int i = 0; i < rounds && (size > 0 || !handedOver.isEmpty()); i++) {
                for (Task task; (task = handedOver.poll()) != null; ) add(task);
                if (!timers.isEmpty()) throw new IllegalStateException("no program has timers");
                for (int n = size; n > 0; n--) take().resume();
            }
        }

        private Task take() {
            Task task = ready[head];
            ready[head] = null;
            head = head + 1 & ready.length - 1;
            size--;
            return task;
        }

        void start(Task task, Frame root) {
            task.innermost = root;
            task.next = live;
            if (live != null) live.previous = task;
            live = task;
            add(task);
        }
    }

    /** {@code for (int i = 0; i < times; i++) await(yieldNow());}. */
    static final class Yields extends Frame {
        private final int times;
        private int i;

        Yields(Task task, int times) {
            super(task);
            this.times = times;
        }

        @Override
        @Nullable Object step() {
            int n = state == 0 ? 0 : i + 1;
            if (n < times) {
                i = n;
                state = 1;
                return task.yieldFrom(this);
            }
            return times;
        }
    }

    /** {@code depth == 1 ? leaf : await(nested(depth - 1)) + 1}, where the leaf may suspend. */
    static final class Nested extends Frame {
        private final int depth;
        private final boolean suspends;

        Nested(Task task, int depth, boolean suspends) {
            super(task);
            this.depth = depth;
            this.suspends = suspends;
        }

        @Override
        @Nullable Object step() {
            Object result;
            if (state == 0) {
                result = depth > 1 ? call(new Nested(task, depth - 1, suspends)) : leaf();
                if (result == SUSPENDED) {
                    state = 1;
                    return SUSPENDED;
                }
            } else {
                result = task.value;
            }
            return depth == 1 ? (Integer) 1 : (Integer) ((Integer) result + 1);
        }

        private @Nullable Object leaf() {
            return suspends ? task.yieldFrom(this) : null;
        }
    }

    /** Calls {@link Nested} again and again. */
    static final class Repeated extends Frame {
        private final int times;
        private final int depth;
        private final boolean suspends;
        private int i;
        private int sum;

        Repeated(Task task, int times, int depth, boolean suspends) {
            super(task);
            this.times = times;
            this.depth = depth;
            this.suspends = suspends;
        }

        @Override
        @Nullable Object step() {
            int n = i;
            int total = sum;
            if (state == 1) {
                total += (Integer) task.value;
                n++;
            }
            for (; n < times; n++) {
                Object result = call(new Nested(task, depth, suspends));
                if (result == SUSPENDED) {
                    i = n;
                    sum = total;
                    state = 1;
                    return SUSPENDED;
                }
                total += (Integer) result;
            }
            return total / depth;
        }
    }

    /** The loop that computes, in a method that blocks and has nobody to yield to. */
    static int hotLoop(int times) {
        int[] data = Computation.data();
        int hash = 0;
        for (int i = 0; i < times; i++) {
            hash = 31 * hash + data[i & data.length - 1];
            if ((i & Computation.SELDOM) == 0) Thread.onSpinWait();
        }
        return Computation.checked(hash, times);
    }
}
