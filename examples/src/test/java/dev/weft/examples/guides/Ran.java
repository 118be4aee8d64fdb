package dev.weft.examples.guides;

import dev.weft.EventLoop;
import dev.weft.Runner;
import dev.weft.loop.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A program that was run on virtual time.
 *
 * @param output all that it printed
 * @param time how long it took on the virtual clock
 */
record Ran(String output, Duration time) {

    /** The main method of a program. */
    interface Main {
        void run(String... args) throws Exception;
    }

    static Ran program(Main main) throws Exception {
        VirtualClock clock = new VirtualClock();
        PrintStream out = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try (Runner runner = new Runner(() -> EventLoop.create(clock));
                Runner.Provision provision = Runner.provideForThisThread(runner)) {
            main.run();
        } finally {
            System.setOut(out);
        }
        String text = output.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        return new Ran(text, Duration.ofNanos(clock.nanoTime()));
    }
}
