package dev.weft.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A process of its own, for what must not see what was measured before it. */
final class Forked {

    private Forked() {}

    /** Runs a command, which must not fail or take more seconds. */
    static void run(int seconds, List<String> command) {
        if (!output(seconds, command).fine()) {
            throw new IllegalStateException(command.get(0) + " has failed");
        }
    }

    /** What a command prints last, empty where it prints nothing, fails or takes more seconds. */
    static Optional<String> lastLine(int seconds, List<String> command) {
        Output output = output(seconds, command);
        int size = output.lines().size();
        if (!output.fine()) System.err.println("failed: " + described(command));
        return output.fine() && size > 0
                ? Optional.of(output.lines().get(size - 1))
                : Optional.empty();
    }

    private record Output(boolean fine, List<String> lines) {}

    /** Without class paths. */
    private static String described(List<String> command) {
        return command.stream()
                .filter(part -> part.length() < 100)
                .collect(Collectors.joining(" "));
    }

    private static Output output(int seconds, List<String> command) {
        try (var patience = Patience.of(seconds)) {
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
