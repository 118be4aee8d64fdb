package dev.weft;

import org.jspecify.annotations.Nullable;

/** Lets a resource's generator go on from its {@code emit} to its end. */
final class ResourceExit extends Coroutine<@Nullable Throwable> {
    private final AsyncGenerator<?> generator;
    private final @Nullable Throwable failure;
    private boolean asked;

    /** Set when the generator emitted a second time, and is being closed. */
    private @Nullable IllegalStateException emittedTwice;

    ResourceExit(AsyncGenerator<?> generator, @Nullable Throwable failure) {
        this.generator = generator;
        this.failure = failure;
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) {
        if (emittedTwice != null) {
            return outcome(received);
        }
        Object second;
        try {
            second = asked ? outcome(received) : goOn();
        } catch (StopAsyncIteration end) {
            return end == failure ? failure : null;
        } catch (Throwable thrown) {
            return leaving(thrown);
        }
        return second == SUSPENDED ? SUSPENDED : closed();
    }

    private @Nullable Object goOn() {
        asked = true;
        return (failure == null ? generator.next() : generator.throwInto(failure)).awaitFrom(this);
    }

    private @Nullable Object closed() {
        emittedTwice =
                new IllegalStateException(
                        generator + " emitted twice: a resource is emitted exactly once", failure);
        return awaitClose(generator, emittedTwice, this);
    }

    /** A generator wraps the mark for the end if it was thrown in: that is not its doing. */
    private Throwable leaving(Throwable thrown) {
        boolean wrapped =
                failure instanceof StopAsyncIteration
                        && thrown instanceof IllegalStateException
                        && thrown.getCause() == failure;
        if (failure == null) {
            throw Sneaky.rethrow(thrown);
        }
        return wrapped ? failure : thrown;
    }
}
