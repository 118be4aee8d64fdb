package dev.weft.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Measures each cell once: a plot takes over what is in the table. */
final class Cells {

    private record Cell(Workload workload, int tasks, Peer peer) {}

    private final Map<Cell, Optional<Result>> measured = new LinkedHashMap<>();
    private final long start = System.nanoTime();

    /** What some peers took for a workload; those are missing that have no program or failed. */
    List<Result> row(Workload workload, int tasks, Collection<Peer> peers, Effort effort) {
        return peers.stream()
                .map(peer -> new Cell(workload, tasks, peer))
                .flatMap(cell -> measured.computeIfAbsent(cell, c -> measure(c, effort)).stream())
                .toList();
    }

    /** Everything that was measured. */
    List<Result> all() {
        return measured.values().stream().flatMap(Optional::stream).toList();
    }

    private Optional<Result> measure(Cell cell, Effort effort) {
        Optional<Result> result = run(cell, effort);
        result.ifPresent(this::tell);
        return result;
    }

    private static Optional<Result> run(Cell cell, Effort effort) {
        try {
            return cell.peer().foreign()
                    ? ForeignRun.measure(cell.workload(), cell.tasks(), cell.peer(), effort)
                    : JvmRun.measure(cell.workload(), cell.tasks(), cell.peer(), effort);
        } catch (RuntimeException e) {
            System.err.println(cell + " has failed: " + e);
            return Optional.empty();
        }
    }

    private void tell(Result result) {
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        System.err.printf(
                Locale.ROOT,
                "%d:%02d %s, %,d, %s: %,.1f ns%n",
                seconds / 60,
                seconds % 60,
                result.workload().title(),
                result.tasks(),
                result.peer().title(),
                result.nanos());
    }
}
