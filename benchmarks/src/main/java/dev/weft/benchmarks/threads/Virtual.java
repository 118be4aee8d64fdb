package dev.weft.benchmarks.threads;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;

/** Virtual threads, of which a JDK 17 that compiles this knows nothing. */
final class Virtual {

    private static final ThreadFactory FACTORY = factory();

    private Virtual() {}

    private static ThreadFactory factory() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            return (ThreadFactory) type.getMethod("factory").invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK has no virtual threads", e);
        }
    }

    /** Starts a virtual thread and gives what it will come to. */
    static <T> FutureTask<T> start(Callable<T> body) {
        var task = new FutureTask<>(body);
        thread(task);
        return task;
    }

    /** Starts a virtual thread. */
    static Thread thread(Runnable body) {
        Thread thread = FACTORY.newThread(body);
        thread.start();
        return thread;
    }
}
