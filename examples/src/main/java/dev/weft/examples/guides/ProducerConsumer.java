package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncQueue;
import dev.weft.Coroutine;
import dev.weft.TaskGroup;
import java.time.Duration;

/** A fast producer waits for slow consumers, as their queue holds only ten items. */
final class ProducerConsumer {
    private final AsyncQueue<Integer> queue = new AsyncQueue<>(10);
    private int processed;

    @Async
    Coroutine<Void> produce(int items) {
        for (int item = 0; item < items; item++) {
            await(queue.put(item));
            System.out.println("Produced " + item);
        }
        queue.shutdown();
        return done();
    }

    /** Ends when the queue is shut down and empty. */
    @Async
    Coroutine<Void> consume(String name) {
        for (int item : each(queue)) {
            System.out.println(name + ": processing " + item);
            await(sleep(Duration.ofMillis(500)));
            processed++;
            queue.taskDone();
        }
        return done();
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        ProducerConsumer work = new ProducerConsumer();
        try (var group = new TaskGroup()) {
            group.createTask(work.produce(20));
            group.createTask(work.consume("A"));
            group.createTask(work.consume("B"));
            group.createTask(work.consume("C"));
        }
        await(work.queue.join());
        System.out.println(work.processed + " items processed after " + time);
    }
}
