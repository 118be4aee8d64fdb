package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;
import static dev.weft.Weft.toThread;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.Runner;
import dev.weft.Task;
import dev.weft.loop.VirtualClock;
import java.time.Duration;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What debug mode tells: who blocked the loop, and where a task was made that failed unseen. */
final class DebugMode {
    private static final Logger LOGGER = Logger.getLogger("dev.weft");

    private final VirtualClock clock = new VirtualClock();

    private static final class Printer extends Handler {
        @Override
        public void publish(LogRecord record) {
            new SimpleFormatter().formatMessage(record).lines().limit(2).forEach(Printer::print);
        }

        private static void print(String line) {
            System.out.println("Log: " + line.strip());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** Blocks the loop, on a clock that has to be moved by hand. */
    @Async
    Coroutine<Void> block() {
        clock.jumpTo(clock.nanoTime() + Duration.ofMillis(200).toNanos());
        return done();
    }

    @Async
    static Coroutine<Void> fail() {
        throw new IllegalStateException("Task failed!");
    }

    private static Void callFromElsewhere(EventLoop loop) {
        loop.callSoon(() -> System.out.println("never said"));
        return null;
    }

    @Async
    Coroutine<Void> program() {
        EventLoop loop = EventLoop.running();
        loop.setDebug(true);
        await(sleep(Duration.ofSeconds(1)));
        await(createTask(block(), "blocker"));
        Task<Void> lost = createTask(fail(), "lost");
        try {
            await(toThread(() -> callFromElsewhere(loop)));
        } catch (IllegalStateException e) {
            System.out.println("Caught: " + e.getMessage().replaceAll("\".*?\"", "..."));
        }
        System.out.println(lost.done() ? "The end" : "not done");
        return done();
    }

    public static void main(String[] args) {
        Handler printer = new Printer();
        LOGGER.addHandler(printer);
        LOGGER.setUseParentHandlers(false);
        DebugMode debugMode = new DebugMode();
        try (Runner runner = new Runner(() -> EventLoop.create(debugMode.clock))) {
            runner.run(debugMode.program());
        } finally {
            LOGGER.setUseParentHandlers(true);
            LOGGER.removeHandler(printer);
        }
    }
}
