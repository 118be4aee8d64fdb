package dev.weft.examples.linkcheck;

import dev.weft.AsyncSupplier;
import dev.weft.EventLoop;
import dev.weft.Weft;
import dev.weft.loop.VirtualClock;

/** Runs coroutines on virtual time. */
final class Virtual {
    static <T> T run(AsyncSupplier<T> body) {
        try (EventLoop loop = EventLoop.create(new VirtualClock())) {
            return loop.runUntilComplete(Weft.async(body));
        }
    }

    private Virtual() {}
}
