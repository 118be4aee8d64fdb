package dev.weft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stack trace being put together. */
final class TraceBuilder {
    /** Further frames of suspended methods are left out: a recursion may be a million deep. */
    private static final int MOST_ASYNC_FRAMES = 1024;

    /** An exception that is thrown over and over gets no longer than this by who awaits it. */
    private static final int MOST_FRAMES = 4096;

    private static final StackTraceElement[] NO_FRAMES = {};
    private final List<StackTraceElement> frames = new ArrayList<>();
    private int asyncFrames;

    TraceBuilder(int asyncFrames) {
        this.asyncFrames = asyncFrames;
    }

    void addAll(StackTraceElement[] elements) {
        Collections.addAll(frames, elements);
    }

    /** Adds those of the first so many frames that are not ours. */
    void addUsers(StackTraceElement[] elements, int count) {
        for (int i = 0; i < count; i++) {
            if (!OwnFrames.at(elements, i)) {
                frames.add(elements[i]);
            }
        }
    }

    /** Adds the line where a coroutine is suspended; false if there is no room for more. */
    boolean addSuspended(Coroutine<?> coroutine) {
        if (asyncFrames >= MOST_ASYNC_FRAMES) {
            return false;
        }
        StackTraceElement place = AwaitPlaces.of(coroutine);
        if (place != null) {
            asyncFrames++;
            frames.add(place);
        }
        return true;
    }

    /**
     * Adds who awaits. An exception that was made by those very methods, as one in a future that
     * failed at once, tells of them already.
     */
    void join(TraceBuilder chain) {
        if (frames.size() >= MOST_FRAMES) {
            return;
        }
        int shared = Math.min(frames.size(), chain.frames.size());
        while (shared > 0 && !endsAs(chain, shared)) {
            shared--;
        }
        frames.addAll(chain.frames.subList(shared, chain.frames.size()));
        asyncFrames = chain.asyncFrames;
    }

    private boolean endsAs(TraceBuilder chain, int count) {
        List<StackTraceElement> end = frames.subList(frames.size() - count, frames.size());
        List<StackTraceElement> start = chain.frames.subList(0, count);
        return end.subList(1, count).equals(start.subList(1, count))
                && (count == 1
                        ? end.get(0).equals(start.get(0))
                        : sameMethod(end.get(0), start.get(0)));
    }

    /** Whether the outermost frame is one of this coroutine, as far as that can be told. */
    boolean endsIn(@Nullable Coroutine<?> coroutine) {
        StackTraceElement method = coroutine == null ? null : AwaitPlaces.methodOf(coroutine);
        if (method == null || frames.isEmpty()) {
            return true;
        }
        return sameMethod(frames.get(frames.size() - 1), method);
    }

    /** It was made on one line of the innermost method and is awaited on another. */
    private static boolean sameMethod(StackTraceElement made, StackTraceElement awaited) {
        return made.getMethodName().equals(awaited.getMethodName())
                && made.getClassName().equals(awaited.getClassName());
    }

    int asyncFrames() {
        return asyncFrames;
    }

    StackTraceElement[] frames() {
        return frames.toArray(NO_FRAMES);
    }
}
