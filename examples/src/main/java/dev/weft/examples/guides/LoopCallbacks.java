package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.EventLoop;
import java.time.Duration;

/** The loop under the tasks: plain callbacks, soon and at a time. */
final class LoopCallbacks {
    @Async
    public static void main(String[] args) {
        EventLoop loop = EventLoop.running();
        System.out.println("Is running: " + loop.isRunning());
        Stopwatch time = new Stopwatch();
        loop.callSoon(() -> System.out.println("on the next iteration, after " + time));
        loop.callAt(loop.time().plusSeconds(2), () -> System.out.println("callAt, after " + time));
        loop.callLater(Duration.ofSeconds(1), () -> System.out.println("callLater, after " + time));
        System.out.println("main goes on");
        await(sleep(Duration.ofSeconds(3)));
        System.out.println("main ends after " + time);
    }

    private LoopCallbacks() {}
}
