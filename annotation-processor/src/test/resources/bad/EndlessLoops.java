// options: -Aweft.neverAwaits=warn -Aweft.timeoutParameter=warn
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.run;
import static dev.weft.Weft.sleep;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.AsyncEvent;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

class EndlessLoops {

    private boolean ready;
    private int count;

    @Async
    Coroutine<Void> endless(boolean flag) {
        if (flag) {
            await(yieldNow());
            // warning: nothing ends this loop, and nothing is awaited in it, so that no other task of the event loop ever runs again: await something in it, yieldNow() at least [weft:endlessLoop]
            while (true) {
                count++;
            }
        }
        while (true) {
            await(yieldNow());
        }
    }

    @Async
    Coroutine<Void> ends() {
        await(yieldNow());
        outer:
        for (; ; ) {
            for (; ; ) {
                if (count++ > 3) {
                    break outer;
                }
            }
        }
        while (true) {
            if (count++ > 3) {
                return done();
            }
        }
    }

    @Async
    Coroutine<Void> busy(
            AtomicBoolean flag, Queue<String> queue, AsyncEvent event, CompletableFuture<?> future) {
        // warning: this asks again and again for what some other task could tell: await an AsyncEvent that it sets, or an AsyncCondition [weft:busyWait]
        while (!ready) {
            await(sleep(Duration.ofMillis(10)));
        }
        // warning: this asks again and again
        while (queue.isEmpty()) await(yieldNow());
        // warning: this waits without an await, so that no other task of the event loop runs meanwhile: await an AsyncEvent, or yieldNow() in the loop [weft:busyWait]
        while (!flag.get()) {
            Thread.onSpinWait();
        }
        // warning: this waits without an await
        while (!event.isSet()) {}
        // warning: this asks again and again
        do {
            await(yieldNow());
        } while (!future.isDone());
        while (!flag.compareAndSet(false, true)) {}
        while (!isUp()) {
            await(sleep(Duration.ofMillis(10)));
        }
        while (count++ < 3) {
            await(sleep(Duration.ofMillis(10)));
        }
        return done();
    }

    private static boolean isUp() {
        return true;
    }

    @Async
    // warning: @Async method value() never awaits: it need not be async [weft:neverAwaits]
    Coroutine<Integer> value() {
        return done(count);
    }

    @Async
    // warning: fetch() need not be told timeout: who calls it writes try (var limit = timeout(...)) around the call, which covers all that is awaited there [weft:timeoutParameter]
    Coroutine<Void> fetch(String page, Duration timeout) {
        await(yieldNow());
        return done();
    }

    @Async
    Coroutine<Integer> runs() {
        // error: this runs an event loop, and blocks the one that this async body runs on: write await(value()) [weft:nestedRun]
        return done(run(value()) + await(value()));
    }

    int plain() {
        return run(value());
    }
}
