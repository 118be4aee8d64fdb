package dev.weft;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cancels hot methods that await each other, each through the next. Such chains may be long, or
 * closed: beyond a depth they go on when the stack has unwound, and each is cancelled once.
 */
final class HotCancels {
    private static final int DEEPEST = 50;
    private static final ThreadLocal<@Nullable HotCancels> HERE = new ThreadLocal<>();

    private final Queue<HotExecution<?>> left = new ArrayDeque<>();
    private final Set<HotExecution<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private int depth;

    private HotCancels() {}

    static void cancel(HotExecution<?> execution) {
        HotCancels outer = HERE.get();
        if (outer != null) {
            outer.add(execution);
            return;
        }
        HotCancels cancels = new HotCancels();
        HERE.set(cancels);
        try {
            cancels.add(execution);
            cancels.goOn();
        } finally {
            HERE.remove();
        }
    }

    private void add(HotExecution<?> execution) {
        if (!seen.add(execution)) {
            return;
        }
        if (depth > DEEPEST) {
            left.add(execution);
        } else {
            depth++;
            execution.cancel();
            depth--;
        }
    }

    private void goOn() {
        HotExecution<?> execution;
        while ((execution = left.poll()) != null) {
            depth = 1;
            execution.cancel();
        }
    }
}
