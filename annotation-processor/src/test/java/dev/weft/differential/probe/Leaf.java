package dev.weft.differential.probe;

import dev.weft.Awaitable;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.Promise;
import dev.weft.Weft;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What woven programs await: it has its outcome when and where the run's mode says. */
public final class Leaf<T extends @Nullable Object> implements Awaitable<T> {

    private static final ExecutorService THREAD =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "leaves");
                        thread.setDaemon(true);
                        return thread;
                    });

    private static LeafMode runMode = LeafMode.AT_ONCE;
    private static long runSeed;
    private static int made;

    private final LeafMode mode = runMode.of(runSeed, ++made);
    private final @Nullable T value;
    private final @Nullable Throwable failure;

    private Leaf(@Nullable T value, @Nullable Throwable failure) {
        this.value = value;
        this.failure = failure;
    }

    /** Says how the leaves of the next run complete. */
    public static void use(LeafMode mode, long seed) {
        runMode = mode;
        runSeed = seed;
        made = 0;
    }

    public static <T extends @Nullable Object> Awaitable<T> later(T value) {
        return new Leaf<>(value, Probe.nextLeaf());
    }

    public static <T extends @Nullable Object> Awaitable<T> fail(Throwable failure) {
        return Leaf.<T>failing(failure);
    }

    public static <T extends @Nullable Object> CompletableFuture<T> stage(T value) {
        return new Leaf<>(value, Probe.nextLeaf()).asStage();
    }

    public static <T extends @Nullable Object> CompletableFuture<T> failStage(Throwable failure) {
        return Leaf.<T>failing(failure).asStage();
    }

    private static <T extends @Nullable Object> Leaf<T> failing(Throwable failure) {
        Throwable instead = Probe.nextLeaf();
        return new Leaf<T>(null, instead == null ? failure : instead);
    }

    @Override
    public @Nullable Object awaitFrom(Coroutine<?> awaiter) {
        return awaitable().awaitFrom(awaiter);
    }

    private Awaitable<T> awaitable() {
        if (mode == LeafMode.AT_ONCE) return coroutine();
        if (mode == LeafMode.TASK) return Weft.createTask(coroutine());
        Promise<T> promise = new Promise<>();
        arrange(() -> complete(promise));
        return promise;
    }

    @SuppressWarnings("NullAway")
    private Coroutine<T> coroutine() {
        return failure == null ? Weft.done(value) : Weft.failed(failure);
    }

    private void complete(Promise<T> promise) {
        if (failure == null) promise.complete(value);
        else promise.fail(failure);
    }

    private CompletableFuture<T> asStage() {
        CompletableFuture<T> stage = new CompletableFuture<>();
        if (mode == LeafMode.AT_ONCE) complete(stage);
        else if (mode == LeafMode.TASK) return Weft.createTask(coroutine()).asStage();
        else arrange(() -> complete(stage));
        return stage;
    }

    private void complete(CompletableFuture<T> stage) {
        if (failure == null) stage.complete(value);
        else stage.completeExceptionally(failure);
    }

    private void arrange(Runnable completion) {
        switch (mode) {
            case SOON -> EventLoop.running().callSoon(completion);
            case TIMER -> EventLoop.running().callLater(Duration.ofMillis(3), completion);
            default -> THREAD.execute(completion);
        }
    }
}
