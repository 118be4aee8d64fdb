package dev.weft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closes several, one after the other, whatever becomes of those before. */
final class CloseAll extends Coroutine<@Nullable Void> {
    private final List<? extends AsyncCloseable> closeables;
    private int next;

    /** What a close failed with, and then every one gets. */
    private @Nullable Throwable failure;

    private CloseAll(List<? extends AsyncCloseable> closeables) {
        this.closeables = closeables;
    }

    static AsyncCloseable of(AsyncCloseable... closeables) {
        return of(List.of(closeables));
    }

    static AsyncCloseable of(List<? extends AsyncCloseable> closeables) {
        return () -> new CloseAll(closeables);
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) {
        boolean resumed = next > 0;
        while (resumed || next < closeables.size()) {
            try {
                if (resumed) {
                    outcome(received);
                } else if (begin(closeables.get(next++)) == SUSPENDED) {
                    return SUSPENDED;
                }
            } catch (Throwable thrown) {
                failed(thrown);
            }
            resumed = false;
        }
        if (failure != null) {
            throw Sneaky.rethrow(failure);
        }
        return null;
    }

    private @Nullable Object begin(AsyncCloseable closeable) throws Exception {
        return failure == null
                ? closeable.closeAsync().awaitFrom(this)
                : awaitClose(closeable, failure, this);
    }

    private void failed(Throwable thrown) {
        failure = thrown;
    }
}
