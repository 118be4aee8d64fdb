import static dev.weft.Weft.async;
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class AwaitInMonitor {

    @Async
    Coroutine<Object> lock() {
        return done(this);
    }

    @Async
    Coroutine<Void> inABlock() {
        synchronized (this) {
            // error: await stands in a synchronized block, and a monitor cannot be held across
            await(lock());
            // error: await stands in a synchronized block
            synchronized (await(lock())) {
                hashCode();
            }
        }
        return done();
    }

    @Async
    Coroutine<Void> behindABlock() {
        synchronized (await(lock())) {
            hashCode();
        }
        await(lock());
        return done();
    }

    @Async
    // error: @Async method whole() is synchronized, and a monitor cannot be held across a suspension
    synchronized Coroutine<Object> whole() {
        return done(await(lock()));
    }

    Coroutine<Object> lambda() {
        synchronized (this) {
            return async(() -> done(await(lock())));
        }
    }

    Coroutine<Object> inALambda() {
        return async(
                () -> {
                    synchronized (this) {
                        // error: await stands in a synchronized block
                        return done(await(lock()));
                    }
                });
    }
}
