package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;
import static dev.weft.Weft.moveOnAfter;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncConsumer;
import dev.weft.AsyncQueue;
import dev.weft.Coroutine;
import dev.weft.QueueShutDownException;
import dev.weft.TaskGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Works on items in batches: when there are enough, or when the first has waited long enough. */
final class BatchProcessor<T> {
    private final AsyncQueue<T> queue = new AsyncQueue<>(100);
    private final int size;
    private final Duration wait;
    private final AsyncConsumer<List<T>> store;

    BatchProcessor(int size, Duration wait, AsyncConsumer<List<T>> store) {
        this.size = size;
        this.wait = wait;
        this.store = store;
    }

    @Async
    Coroutine<Void> run() throws Exception {
        for (T first : each(queue)) {
            List<T> batch = new ArrayList<>();
            batch.add(first);
            try (var limit = moveOnAfter(wait)) {
                while (batch.size() < size) {
                    batch.add(await(queue.get()));
                }
            } catch (QueueShutDownException e) {
                System.out.println("No more items");
            }
            await(store.accept(batch));
        }
        return done();
    }

    @Async
    static Coroutine<Void> produce(AsyncQueue<Integer> queue) {
        for (int item = 1; item <= 7; item++) {
            await(queue.put(item));
        }
        await(sleep(Duration.ofSeconds(2)));
        await(queue.put(8));
        queue.shutdown();
        return done();
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        BatchProcessor<Integer> batches =
                new BatchProcessor<>(
                        3,
                        Duration.ofMillis(500),
                        batch -> {
                            System.out.println("Storing " + batch + " at " + time);
                            await(sleep(Duration.ofMillis(100)));
                            return done();
                        });
        try (var group = new TaskGroup()) {
            group.createTask(produce(batches.queue));
            group.createTask(batches.run());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        System.out.println("Ended at " + time);
    }
}
