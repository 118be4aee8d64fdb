import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.Coroutine;
import dev.weft.EventLoops;
import dev.weft.Weft;

/** A class with a close of its own is closed by that where nothing can be awaited. */
class ClosesItself {

    static class Connection implements AsyncCloseable {
        @Override
        public Coroutine<Void> closeAsync() {
            return Weft.done();
        }

        @Override
        public void close() {}
    }

    static class Pooled extends Connection {}

    @Async
    static Coroutine<Integer> one() {
        return Weft.done(1);
    }

    static void plain() {
        try (EventLoops loops = EventLoops.perCore(1);
                Pooled pooled = new Pooled()) {
            loops.submit(() -> one()).join();
        }
        Runnable closing = () -> new Connection().close();
        closing.run();
    }

    @Async
    static Coroutine<Void> async() {
        try (Connection connection = new Connection()) {
            Weft.await(Weft.yieldNow());
        }
        return Weft.done();
    }
}
