package dev.weft;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A hot method's going on in one thread, on no loop. What it completes may let another go on within
 * it, and so forth: beyond a depth those wait for each other in a queue instead of on the stack.
 */
final class HotStretch {
    private static final int DEEPEST = 50;

    /** Whether the thread is a loop's, because that completed a stage. */
    final boolean onLoop;

    private final int depth;

    /** Whose queue is used from here on: of the stretch that is as deep as it may be. */
    private final @Nullable HotStretch deepest;

    /** Whoever runs in it now. */
    private HotExecution<?> execution;

    /** Within {@link Context#run} in it; null otherwise. */
    @Nullable Context entered;

    private final Queue<HotExecution<?>> postponed = new ArrayDeque<>(0);

    private HotStretch(@Nullable Object outside, HotExecution<?> first) {
        execution = first;
        onLoop = Running.turnsLoop(outside);
        if (outside instanceof HotStretch outer) {
            depth = outer.depth + 1;
            deepest = outer.depth == DEEPEST ? outer : outer.deepest;
        } else {
            depth = 0;
            deepest = null;
        }
    }

    HotExecution<?> execution() {
        return execution;
    }

    /** Lets an execution go on in this thread: now, or soon if the stack is deep. */
    static void goOn(HotExecution<?> execution) {
        if (Running.here() instanceof HotStretch outer && outer.depth > DEEPEST) {
            HotStretch deepest = outer.deepest;
            assert deepest != null;
            deepest.postponed.add(execution);
        } else {
            run(execution);
        }
    }

    /** Runs an execution now, as a call of a hot method has to, and those that it postpones. */
    static void run(HotExecution<?> execution) {
        HotExecution<?> next = execution;
        HotStretch stretch = new HotStretch(Running.here(), execution);
        Object outside = Running.enter(stretch);
        try {
            while (next != null) {
                stretch.execution = next;
                next.proceed();
                next = stretch.postponed.poll();
            }
        } finally {
            Running.leave(outside);
        }
    }
}
