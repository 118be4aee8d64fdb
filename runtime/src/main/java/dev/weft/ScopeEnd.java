package dev.weft;

import org.jspecify.annotations.Nullable;

/** Ends a scope's block that ended well, and throws what the scope says. */
final class ScopeEnd extends Coroutine<@Nullable Void> {
    private @Nullable AsyncScope scope;

    ScopeEnd(AsyncScope scope) {
        this.scope = scope;
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) throws Exception {
        AsyncScope scope = this.scope;
        this.scope = null;
        Object leaving = scope == null ? outcome(received) : scope.exit(null).awaitFrom(this);
        if (leaving instanceof Throwable failure) {
            throw Sneaky.rethrow(failure);
        }
        return leaving;
    }
}
