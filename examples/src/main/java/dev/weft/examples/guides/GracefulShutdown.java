package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.waitFor;

import dev.weft.Async;
import dev.weft.AsyncEvent;
import dev.weft.AsyncTimeoutException;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import java.time.Duration;
import java.util.List;

/** Workers that end at once, and in order, when the program is told to stop. */
final class GracefulShutdown {
    private final AsyncEvent stop = new AsyncEvent();

    @Async
    Coroutine<Void> work(String name) {
        while (!stop.isSet()) {
            System.out.println(name + ": working");
            try {
                await(waitFor(stop.await(), Duration.ofSeconds(2)));
            } catch (AsyncTimeoutException e) {
                continue; // time for the next piece of work
            }
        }
        System.out.println(name + ": stopped");
        return done();
    }

    void stop() {
        System.out.println("Shutting down");
        stop.set();
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        GracefulShutdown program = new GracefulShutdown();
        EventLoop loop = EventLoop.running();
        loop.addSignalHandler("SIGTERM", program::stop);
        loop.addSignalHandler("SIGINT", program::stop);
        // in place of somebody who sends a signal
        loop.callLater(Duration.ofMillis(2_500), program::stop);
        await(gather(List.of(program.work("A"), program.work("B"), program.work("C"))));
        System.out.println("All stopped after " + time);
    }
}
