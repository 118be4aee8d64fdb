package dev.weft;

import org.jspecify.annotations.Nullable;

/** Closes an iterator of ours. */
final class PullClose extends Coroutine<@Nullable Void> {
    private final Pull<?> pull;
    private boolean asked;

    PullClose(Pull<?> pull) {
        this.pull = pull;
    }

    @Override
    public @Nullable Object awaitFrom(Coroutine<?> awaiter) {
        return pull.needsLoop() && awaiter.running().asTask() == null
                ? awaiter.running().awaitElsewhere(this, awaiter)
                : super.awaitFrom(awaiter);
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) throws Exception {
        if (asked) {
            return outcome(received);
        }
        asked = true;
        return pull.closeFrom(this);
    }
}
