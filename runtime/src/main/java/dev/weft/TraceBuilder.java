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
        String places = coroutine.trace();
        if (places != null) {
            asyncFrames++;
            frames.add(element(places, coroutine.suspensionPoint()));
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
        String places = coroutine == null ? null : coroutine.trace();
        if (places == null || frames.isEmpty()) {
            return true;
        }
        return sameMethod(frames.get(frames.size() - 1), element(places, 0));
    }

    /** It was made on one line of the innermost method and is awaited on another. */
    private static boolean sameMethod(StackTraceElement made, StackTraceElement awaited) {
        return made.getMethodName().equals(awaited.getMethodName())
                && made.getClassName().equals(awaited.getClassName());
    }

    private static StackTraceElement element(String places, int point) {
        String[] parts = places.split("\n", 4);
        @Nullable String file = parts[2].isEmpty() ? null : parts[2];
        return new StackTraceElement(parts[0], parts[1], file, line(parts[3], point));
    }

    /** The line of the k-th suspension point; -1 if it is not known. */
    private static int line(String lines, int point) {
        int start = 0;
        for (int k = 1; k < point && start >= 0; k++) {
            start = lines.indexOf(',', start) + 1;
            if (start == 0) {
                return -1;
            }
        }
        int comma = lines.indexOf(',', start);
        String line = lines.substring(start, comma < 0 ? lines.length() : comma);
        return point == 0 || line.isEmpty() || line.equals("0") ? -1 : Integer.parseInt(line);
    }

    int asyncFrames() {
        return asyncFrames;
    }

    StackTraceElement[] frames() {
        return frames.toArray(NO_FRAMES);
    }
}
