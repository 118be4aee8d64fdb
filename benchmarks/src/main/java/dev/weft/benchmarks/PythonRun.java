package dev.weft.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Measures what runs in CPython. */
final class PythonRun {

    /** Debian's own, for which it has uvloop. */
    private static final String PYTHON =
            System.getProperty("benchmarks.python", "/usr/bin/python3");

    private static final Path SCRIPT = Path.of("src/main/python/measure.py");
    private static final int SLOWER = 20;

    private final int iterations;

    PythonRun(boolean quick) {
        iterations = quick ? 3 : 7;
    }

    Optional<Result> measure(Workload workload, int tasks, Peer peer) {
        return Forked.lastLine(
                        List.of(
                                PYTHON,
                                "-B",
                                SCRIPT.toAbsolutePath().toString(),
                                peer.option(),
                                workload.title(),
                                Integer.toString(tasks),
                                Integer.toString(workload.times(tasks, SLOWER)),
                                Integer.toString(iterations)))
                .map(Double::valueOf)
                .map(nanos -> new Result(workload, tasks, peer, nanos, Double.NaN));
    }
}
