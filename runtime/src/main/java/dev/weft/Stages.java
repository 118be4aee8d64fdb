package dev.weft;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What tasks and hot methods have in common in awaiting a stage. */
final class Stages {
    static final Object NOT_DONE = new Object();

    /** The JDK's minimal stages are futures that cannot be asked; remembered, not asked again. */
    private static volatile @Nullable Class<?> minimal;

    private Stages() {}

    /** The stage's value, or its failure as a {@link Thrown}, or {@link #NOT_DONE}. */
    static @Nullable Object valueNow(CompletionStage<?> stage) {
        if (!(stage instanceof CompletableFuture<?> future) || !isDone(future)) {
            return NOT_DONE;
        }
        if (!future.isCompletedExceptionally()) {
            return future.join();
        }
        Throwable[] failure = new Throwable[1];
        // Unlike join this gives the very object that the future was completed with.
        future.whenComplete((value, thrown) -> failure[0] = thrown);
        return new Thrown(unwrapped(failure[0]));
    }

    private static boolean isDone(CompletableFuture<?> future) {
        if (future.getClass() == minimal) {
            return false;
        }
        try {
            return future.isDone();
        } catch (UnsupportedOperationException e) {
            minimal = future.getClass();
            return false;
        }
    }

    /** Without the one layer that futures put around a failure. */
    static Throwable unwrapped(Throwable failure) {
        boolean layer =
                failure instanceof CompletionException || failure instanceof ExecutionException;
        Throwable cause = failure.getCause();
        return notOurs(layer && cause != null ? cause : failure);
    }

    /** It was somebody else who was cancelled: that is never told by a {@link CancelledError}. */
    static Throwable notOurs(Throwable failure) {
        return failure instanceof CancelledError error ? error.asCancellation() : failure;
    }

    /** What became of an attempt to cancel a stage that somebody waits for. */
    enum Cancel {
        /** The stage is cancelled, or will be: the waiter hears of it. */
        ACCEPTED,
        /** The stage has an outcome: the waiter gets that. */
        TOO_LATE,
        /** The stage goes on, without its waiter. */
        IMPOSSIBLE
    }

    static Cancel cancel(CompletionStage<?> stage) {
        try {
            CompletableFuture<?> future = stage.toCompletableFuture();
            boolean accepted = future.cancel(true);
            if (future != stage) {
                return Cancel.IMPOSSIBLE;
            }
            if (accepted) {
                return Cancel.ACCEPTED;
            }
            return future.isDone() ? Cancel.TOO_LATE : Cancel.IMPOSSIBLE;
        } catch (RuntimeException e) {
            return Cancel.IMPOSSIBLE;
        }
    }
}
