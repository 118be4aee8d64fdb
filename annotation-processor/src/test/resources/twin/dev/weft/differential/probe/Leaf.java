package dev.weft.differential.probe;

import dev.weft.Awaitable;
import dev.weft.Weft;
import java.util.concurrent.CompletableFuture;

/** What programs await, having its outcome at once. */
public final class Leaf {

    public static <T> Awaitable<T> later(T value) {
        Throwable failure = Probe.nextLeaf();
        return failure == null ? Weft.done(value) : Weft.failed(failure);
    }

    public static <T> Awaitable<T> fail(Throwable failure) {
        Throwable instead = Probe.nextLeaf();
        return Weft.failed(instead == null ? failure : instead);
    }

    public static <T> CompletableFuture<T> stage(T value) {
        Throwable failure = Probe.nextLeaf();
        return failure == null
                ? CompletableFuture.completedFuture(value)
                : CompletableFuture.failedFuture(failure);
    }

    public static <T> CompletableFuture<T> failStage(Throwable failure) {
        Throwable instead = Probe.nextLeaf();
        return CompletableFuture.failedFuture(instead == null ? failure : instead);
    }

    private Leaf() {}
}
