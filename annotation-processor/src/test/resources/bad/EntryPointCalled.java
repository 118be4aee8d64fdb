import static dev.weft.Weft.async;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class EntryPointCalled {

    @Async
    static void main(String[] args) {}

    @Async
    void start() {}

    @Async
    Coroutine<Void> calls() {
        // error: start() is an entry point, which runs an event loop of its own, and this async body runs on one already: let start() return Coroutine<Void>, and await it
        start();
        // error: main() is an entry point
        EntryPointCalled.main(new String[0]);
        return done();
    }

    @Async
    void entry() {
        // error: start() is an entry point
        this.start();
    }

    Coroutine<Void> lambda() {
        return async(
                () -> {
                    // error: start() is an entry point
                    start();
                    return done();
                });
    }

    void plain() {
        start();
    }
}
