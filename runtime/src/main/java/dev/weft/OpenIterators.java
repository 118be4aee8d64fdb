package dev.weft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The iterators of a loop that no loop over {@code each} closes, in the order of their begin. */
final class OpenIterators {
    private final EventLoop loop;
    private final Set<AsyncIterator<?>> open = new LinkedHashSet<>(0);
    private boolean shutDown;

    OpenIterators(EventLoop loop) {
        this.loop = loop;
    }

    void add(AsyncIterator<?> iterator) {
        if (shutDown) {
            report(iterator + " began when the open generators had been closed", null);
        } else {
            open.add(iterator);
        }
    }

    void remove(AsyncIterator<?> iterator) {
        open.remove(iterator);
    }

    /** Those that are open; from now on there are to be no new ones. */
    List<AsyncIterator<?>> takeAll() {
        shutDown = true;
        List<AsyncIterator<?>> all = new ArrayList<>(open);
        open.clear();
        return all;
    }

    void report(String message, @Nullable Throwable failure) {
        loop.report(new ExceptionContext(message, failure, null, null));
    }
}
