package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncQueue;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.List;

/** The older way to end consumers: a last item for each of them, counted as done as the others. */
final class SentinelQueue {
    private static final String LAST = "";

    private final AsyncQueue<String> queue = new AsyncQueue<>(10);
    private int consumed;

    @Async
    Coroutine<Void> produce(String name) {
        for (int i = 1; i <= 5; i++) {
            await(sleep(Duration.ofMillis(100)));
            await(queue.put(name + i));
        }
        await(queue.put(LAST));
        return done();
    }

    @Async
    Coroutine<Void> consume(String name) {
        for (; ; ) {
            String item = await(queue.get());
            if (item.equals(LAST)) {
                queue.taskDone();
                return done();
            }
            System.out.println(name + " takes " + item);
            await(sleep(Duration.ofMillis(200)));
            consumed++;
            queue.taskDone();
        }
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        SentinelQueue work = new SentinelQueue();
        var consumers =
                createTask(
                        gather(List.of(work.consume("A"), work.consume("B"), work.consume("C"))));
        await(gather(List.of(work.produce("x"), work.produce("y"))));
        await(work.queue.put(LAST));
        await(consumers);
        await(work.queue.join());
        System.out.println(work.consumed + " consumed, " + work.queue.size() + " left, " + time);
    }
}
