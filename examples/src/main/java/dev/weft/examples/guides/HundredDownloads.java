package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A hundred downloads: as tasks in one thread, and as blocking calls in two sizes of pool. */
final class HundredDownloads {
    private static final int DOWNLOADS = 100;
    private static final Duration TIME = Duration.ofMillis(10);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    @Async
    Coroutine<Integer> download(int id) {
        threads.add(Thread.currentThread());
        await(sleep(TIME));
        return done(id);
    }

    int blockingDownload(int id) throws InterruptedException {
        threads.add(Thread.currentThread());
        Thread.sleep(TIME.toMillis());
        return id;
    }

    @Async
    Coroutine<Void> asTasks() {
        List<Coroutine<Integer>> downloads = new ArrayList<>();
        for (int id = 0; id < DOWNLOADS; id++) {
            downloads.add(download(id));
        }
        print("tasks", await(gather(downloads)));
        return done();
    }

    @Async
    Coroutine<Void> inPool(int size) {
        ExecutorService pool = Executors.newFixedThreadPool(size);
        try {
            List<Promise<Integer>> downloads = new ArrayList<>();
            for (int i = 0; i < DOWNLOADS; i++) {
                int id = i;
                downloads.add(EventLoop.running().runInExecutor(pool, () -> blockingDownload(id)));
            }
            print("pool", await(gather(downloads)));
        } finally {
            pool.shutdown();
        }
        return done();
    }

    private void print(String how, List<Integer> results) {
        System.out.printf("%s: %d downloads, threads: %d%n", how, results.size(), threads.size());
    }

    @Async
    public static void main(String[] args) {
        await(new HundredDownloads().asTasks());
        await(new HundredDownloads().inPool(20));
        await(new HundredDownloads().inPool(8));
    }
}
