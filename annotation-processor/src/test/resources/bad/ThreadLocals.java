import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;

class ThreadLocals {

    private static final ThreadLocal<String> USER = new ThreadLocal<>();
    private static final InheritableThreadLocal<String> TENANT = new InheritableThreadLocal<>();

    @Async
    Coroutine<Void> sets() {
        // warning: USER.set("ada") sets something for the thread, and at the next await other tasks run there and find it: use a ContextVar, or let the loop carry it, with EventLoop.carry(...) [weft:threadLocal]
        USER.set("ada");
        // warning: TENANT.set("acme") sets
        TENANT.set("acme");
        await(yieldNow());
        USER.set(null);
        return done();
    }

    @Async
    Coroutine<String> isRight() {
        USER.set("ada");
        return done(USER.get());
    }
}
