package dev.weft.benchmarks.threads;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

final class Queues {

    private static final int CAPACITY = 64;

    private Queues() {}

    static int rendezvous(int times) throws Exception {
        return pingPong(times, new SynchronousQueue<>(), new SynchronousQueue<>());
    }

    static int pingPong(int times) throws Exception {
        return pingPong(
                times, new ArrayBlockingQueue<>(CAPACITY), new ArrayBlockingQueue<>(CAPACITY));
    }

    private static int pingPong(
            int times, BlockingQueue<Integer> there, BlockingQueue<Integer> back) throws Exception {
        var echo = Virtual.start(() -> echo(times, there, back));
        int sum = 0;
        for (int i = 0; i < times; i++) {
            there.put(1);
            sum += back.take();
        }
        echo.get();
        return sum;
    }

    private static int echo(int times, BlockingQueue<Integer> from, BlockingQueue<Integer> to)
            throws InterruptedException {
        for (int i = 0; i < times; i++) to.put(from.take());
        return times;
    }

    static int pipe(int times) throws Exception {
        var queue = new ArrayBlockingQueue<Integer>(CAPACITY);
        var producer = Virtual.start(() -> produce(times, queue));
        int sum = 0;
        for (int i = 0; i < times; i++) sum += queue.take();
        producer.get();
        return sum;
    }

    private static int produce(int times, BlockingQueue<Integer> queue)
            throws InterruptedException {
        for (int i = 0; i < times; i++) queue.put(1);
        return times;
    }

    static int fanIn(int times, int producers) throws Exception {
        var queue = new ArrayBlockingQueue<Integer>(CAPACITY);
        for (int i = 0; i < producers; i++) Virtual.start(() -> produce(times / producers, queue));
        int sum = 0;
        for (int i = 0; i < times; i++) sum += queue.take();
        return sum;
    }
}
