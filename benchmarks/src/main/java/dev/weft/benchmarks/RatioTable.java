package dev.weft.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the peers took for the workloads, and what part of it Weft takes. */
final class RatioTable {

    /** An operation that takes less was not done: the compiler saw through the whole program. */
    private static final double FOLDED = 0.1;

    private final List<Peer> peers;

    RatioTable(List<Peer> peers) {
        this.peers = peers;
    }

    String head() {
        var titles = Stream.concat(peers.stream().map(Peer::title), Stream.of("Weft takes"));
        return Table.head("workload, tasks: ns (bytes)", titles.toList());
    }

    String row(Workload workload, int tasks, Collection<Result> results) {
        var cells = peers.stream().map(peer -> cell(peer, results));
        String goals =
                Target.goals(workload, tasks, results)
                        .map(Goal::briefly)
                        .collect(Collectors.joining(", "));
        return Table.line(
                String.format(Locale.ROOT, "%s, %,d", workload.title(), tasks),
                Stream.concat(cells, Stream.of(goals)).toList());
    }

    private static String cell(Peer peer, Collection<Result> results) {
        return results.stream()
                .filter(result -> result.peer() == peer)
                .map(RatioTable::cost)
                .findFirst()
                .orElse("");
    }

    private static String cost(Result result) {
        if (result.nanos() < FOLDED) return "compiled away";
        String nanos =
                String.format(Locale.ROOT, result.nanos() < 100 ? "%.1f" : "%,.0f", result.nanos());
        if (Double.isNaN(result.bytes())) return nanos;
        return nanos + String.format(Locale.ROOT, " (%,.0f)", result.bytes());
    }
}
