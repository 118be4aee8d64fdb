package dev.weft.benchmarks.weft;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.AsyncChannel;
import dev.weft.AsyncQueue;
import dev.weft.ChannelReceiver;
import dev.weft.ChannelSender;
import dev.weft.Coroutine;
import dev.weft.TaskGroup;
import org.jspecify.annotations.Nullable;

final class Queues {

    private static final int CAPACITY = 64;

    private Queues() {}

    @Async
    static Coroutine<Integer> rendezvous(int times) {
        var there = AsyncChannel.<Integer>of(0);
        var back = AsyncChannel.<Integer>of(0);
        var echo = createTask(echo(times, there.receiver(), back.sender()));
        ChannelSender<Integer> sender = there.sender();
        ChannelReceiver<Integer> receiver = back.receiver();
        int sum = 0;
        for (int i = 0; i < times; i++) {
            await(sender.send(1));
            sum += await(receiver.receive());
        }
        await(echo);
        return done(sum);
    }

    @Async
    private static Coroutine<@Nullable Void> echo(
            int times, ChannelReceiver<Integer> receiver, ChannelSender<Integer> sender) {
        for (int i = 0; i < times; i++) await(sender.send(await(receiver.receive())));
        return done();
    }

    @Async
    static Coroutine<Integer> pingPong(int times) {
        var there = new AsyncQueue<Integer>(CAPACITY);
        var back = new AsyncQueue<Integer>(CAPACITY);
        var echo = createTask(echo(times, there, back));
        int sum = 0;
        for (int i = 0; i < times; i++) {
            await(there.put(1));
            sum += await(back.get());
        }
        await(echo);
        return done(sum);
    }

    @Async
    private static Coroutine<@Nullable Void> echo(
            int times, AsyncQueue<Integer> from, AsyncQueue<Integer> to) {
        for (int i = 0; i < times; i++) await(to.put(await(from.get())));
        return done();
    }

    @Async
    static Coroutine<Integer> pipe(int times) {
        var queue = new AsyncQueue<Integer>(CAPACITY);
        var producer = createTask(produce(times, queue));
        int sum = 0;
        for (int i = 0; i < times; i++) sum += await(queue.get());
        await(producer);
        return done(sum);
    }

    @Async
    private static Coroutine<@Nullable Void> produce(int times, AsyncQueue<Integer> queue) {
        for (int i = 0; i < times; i++) await(queue.put(1));
        return done();
    }

    @Async
    static Coroutine<Integer> fanIn(int times, int producers) {
        var queue = new AsyncQueue<Integer>(CAPACITY);
        try (var group = new TaskGroup()) {
            for (int i = 0; i < producers; i++) group.createTask(produce(times / producers, queue));
            int sum = 0;
            for (int i = 0; i < times; i++) sum += await(queue.get());
            return done(sum);
        }
    }
}
