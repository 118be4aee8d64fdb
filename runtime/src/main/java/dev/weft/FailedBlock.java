package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Closes a resource whose block a failure leaves, and gives what leaves in its place. */
final class FailedBlock extends Coroutine<@Nullable Throwable> {
    private @Nullable AsyncCloseable closeable;
    private final boolean scope;
    private final Throwable failure;

    FailedBlock(AsyncCloseable closeable, Throwable failure) {
        this.closeable = closeable;
        this.scope = closeable instanceof AsyncScope;
        this.failure = failure;
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) {
        Object leaving;
        try {
            AsyncCloseable closing = closeable;
            closeable = null;
            leaving = closing == null ? outcome(received) : begin(closing).awaitFrom(this);
        } catch (Throwable suppressed) {
            return withSuppressed(suppressed);
        }
        return leaving == SUSPENDED || scope ? leaving : failure;
    }

    private Coroutine<?> begin(AsyncCloseable closing) throws Exception {
        Coroutine<?> end =
                closing instanceof AsyncScope scoped ? scoped.exit(failure) : closing.closeAsync();
        return Objects.requireNonNull(end, "closeAsync and exit return a coroutine, never null");
    }

    /**
     * As Java does with a close that fails. A cancel that interrupts the close is no failure of it:
     * it goes its way, as it would have without the block, and keeps what it met.
     */
    private Throwable withSuppressed(Throwable suppressed) {
        if (suppressed == failure) {
            return failure;
        }
        if (suppressed instanceof CancelledError && !(failure instanceof CancelledError)) {
            suppressed.addSuppressed(failure);
            return suppressed;
        }
        failure.addSuppressed(suppressed);
        return failure;
    }
}
