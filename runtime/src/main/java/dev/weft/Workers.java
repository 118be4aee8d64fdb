package dev.weft;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that a loop gives blocking work to. */
final class Workers {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Workers() {}

    /** Virtual threads where the JDK has them, a bounded pool of daemon threads otherwise. */
    static ExecutorService open() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return pool();
        }
    }

    static ExecutorService pool() {
        int most = Math.min(32, Runtime.getRuntime().availableProcessors() + 4);
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        most,
                        most,
                        30,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Workers::daemon);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "weft-worker-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
