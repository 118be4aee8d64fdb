package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls a supplier where it runs, and awaits the coroutine that this gives. */
final class Supplied<T extends @Nullable Object> extends Coroutine<T> {
    private @Nullable AsyncSupplier<T> body;

    Supplied(AsyncSupplier<T> body) {
        this.body = Objects.requireNonNull(body, "body");
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) throws Exception {
        AsyncSupplier<T> body = this.body;
        if (body == null) {
            return outcome(received);
        }
        this.body = null;
        return Objects.requireNonNull(body.get(), "an AsyncSupplier gave null").awaitFrom(this);
    }
}
