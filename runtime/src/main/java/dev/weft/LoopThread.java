package dev.weft;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A loop of several, with the thread that runs it. */
final class LoopThread {
    final EventLoop loop;
    private final Thread thread;

    /** What was submitted and has not ended. */
    private final AtomicInteger underWay = new AtomicInteger();

    private volatile boolean stopped;

    LoopThread(EventLoop loop, String name) {
        this.loop = loop;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        loop.belongTo(thread);
    }

    void start() {
        thread.start();
    }

    /** Whoever is given a task of it could stop it for all others. */
    private void run() {
        try (Runner runner = new Runner(() -> loop)) {
            runner.loop();
            while (!stopped) {
                loop.runForever();
            }
        }
    }

    int underWay() {
        return underWay.get();
    }

    <T extends @Nullable Object> CompletableFuture<T> submit(AsyncSupplier<T> body) {
        underWay.incrementAndGet();
        CompletableFuture<T> future;
        try {
            future = loop.submit(new Supplied<>(body));
        } catch (RuntimeException refused) {
            underWay.decrementAndGet();
            throw refused;
        }
        future.whenComplete((result, failure) -> underWay.decrementAndGet());
        return future;
    }

    void stop() {
        stopped = true;
        loop.handOver(loop.driver::stop);
    }

    void join() throws InterruptedException {
        thread.join();
    }
}
