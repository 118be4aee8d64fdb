package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.Runner;
import dev.weft.loop.Clock;
import dev.weft.loop.Driver;
import dev.weft.loop.EventLoopProvider;
import dev.weft.loop.FailureHandler;
import dev.weft.loop.NioLoop;
import dev.weft.loop.VirtualClock;
import java.time.Duration;
import java.util.ServiceLoader;

/** A loop of another make, chosen before the program runs; where it is missing, the default one. */
final class PluggableLoop {
    /** Stands for a faster one. */
    private static final class FastLoop implements EventLoopProvider {
        @Override
        public String name() {
            return "fast";
        }

        @Override
        public Driver open(Clock clock, FailureHandler failures) {
            System.out.println("Opening a fast loop");
            return new NioLoop(clock, failures);
        }
    }

    private static EventLoopProvider find(String name) {
        for (EventLoopProvider provider : ServiceLoader.load(EventLoopProvider.class)) {
            if (provider.name().equals(name)) {
                return provider;
            }
        }
        System.out.println("There is no loop called " + name);
        return NioLoop.PROVIDER;
    }

    @Async
    static Coroutine<String> work() {
        Stopwatch time = new Stopwatch();
        await(sleep(Duration.ofSeconds(1)));
        return done("worked for " + time);
    }

    private static void runOn(EventLoopProvider provider) {
        try (Runner runner = new Runner(() -> EventLoop.create(provider, new VirtualClock()))) {
            System.out.println(provider.name() + ": " + runner.run(work()));
        }
    }

    public static void main(String[] args) {
        runOn(find("uvloop"));
        runOn(new FastLoop());
    }

    private PluggableLoop() {}
}
