package dev.weft.differential.probe;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Two threads of which only one runs: a generator's body in the twin, and who asks it. */
public final class HandOver {

    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread thread = new Thread(task, "generator");
                        thread.setDaemon(true);
                        return thread;
                    });

    private final Semaphore body = new Semaphore(0);
    private final Semaphore consumer = new Semaphore(0);

    /** Runs the body until it hands over or ends. */
    public void begin(Runnable task) {
        THREADS.execute(
                () -> {
                    try {
                        task.run();
                    } finally {
                        consumer.release();
                    }
                });
        consumer.acquireUninterruptibly();
    }

    /** Lets the body go on, until it hands over or ends. */
    public void toBody() {
        body.release();
        consumer.acquireUninterruptibly();
    }

    /** Lets who asked go on, until it hands over. */
    public void toConsumer() {
        consumer.release();
        body.acquireUninterruptibly();
    }
}
