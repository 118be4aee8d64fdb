package dev.weft.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Optional;

/** A process of its own, for what must not see what was measured before it. */
final class Forked {

    private Forked() {}

    /** Runs a command, which must not fail. */
    static void run(List<String> command) {
        if (!output(command).fine()) {
            throw new IllegalStateException(command.get(0) + " has failed");
        }
    }

    /** What a command prints last, empty where it prints nothing or fails. */
    static Optional<String> lastLine(List<String> command) {
        Output output = output(command);
        int size = output.lines().size();
        if (!output.fine()) System.err.println("failed: " + String.join(" ", command));
        return output.fine() && size > 0
                ? Optional.of(output.lines().get(size - 1))
                : Optional.empty();
    }

    private record Output(boolean fine, List<String> lines) {}

    private static Output output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
            List<String> lines = process.inputReader().lines().toList();
            return new Output(process.waitFor() == 0, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
