package dev.weft;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads that do a loop's blocking work. */
final class Workers {
    private static final ThreadFactory BLOCKING = daemons("weft-worker-");

    /** For all loops, as no more can compute at a time than there are processors. */
    private static final class Cpu {
        static final Executor POOL =
                pool(Runtime.getRuntime().availableProcessors(), daemons("weft-cpu-"));
    }

    /** For all loops: none of them waits for its threads. */
    private static final class Abandonable {
        static final Executor POOL = open();

        private static Executor open() {
            ExecutorService virtual = virtualThreads();
            return virtual == null ? Executors.newCachedThreadPool(BLOCKING) : virtual;
        }
    }

    private Workers() {}

    /** Virtual threads where the JDK has them, a bounded pool of daemon threads otherwise. */
    static ExecutorService open() {
        ExecutorService virtual = virtualThreads();
        return virtual == null ? pool() : virtual;
    }

    static ExecutorService pool() {
        int most = Math.min(32, Runtime.getRuntime().availableProcessors() + 4);
        return pool(most, BLOCKING);
    }

    /** For work that computes. */
    static Executor cpu() {
        return Cpu.POOL;
    }

    /** Unbounded, as what is abandoned may stay there for ever. */
    static Executor abandonable() {
        return Abandonable.POOL;
    }

    static Thread daemon(Runnable work) {
        return BLOCKING.newThread(work);
    }

    private static @Nullable ExecutorService virtualThreads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }

    private static ExecutorService pool(int most, ThreadFactory threads) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        most, most, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
