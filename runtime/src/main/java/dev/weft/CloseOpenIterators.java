package dev.weft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closes what is still open when a run ends, all beside each other. */
final class CloseOpenIterators extends Coroutine<@Nullable Void> {
    private final OpenIterators open;
    private @Nullable List<AsyncIterator<?>> closing;

    CloseOpenIterators(OpenIterators open) {
        this.open = open;
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) {
        Object result = closing == null ? begin() : outcome(received);
        if (result == SUSPENDED) {
            return SUSPENDED;
        }
        List<AsyncIterator<?>> closed = this.closing;
        int i = 0;
        for (Object outcome : (List<?>) result) {
            if (outcome instanceof Failure<?> failure) {
                open.report("Closing " + closed.get(i) + " failed", failure.exception());
            }
            i++;
        }
        return null;
    }

    private @Nullable Object begin() {
        List<AsyncIterator<?>> all = open.takeAll();
        closing = all;
        List<Coroutine<@Nullable Void>> closes = new ArrayList<>(all.size());
        for (AsyncIterator<?> iterator : all) {
            closes.add(Weft.async(iterator::closeAsync));
        }
        return Weft.gatherOutcomes(closes).awaitFrom(this);
    }
}
