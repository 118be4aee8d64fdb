package dev.weft.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The results as a table: a row for each workload, and in it what each peer took. */
final class RatioTable {

    private final List<Peer> peers;

    RatioTable(List<Peer> peers) {
        this.peers = peers;
    }

    String head() {
        return line(
                        "workload, tasks",
                        peers.stream().map(Peer::title).collect(Collectors.joining(" | ")))
                + line("---", peers.stream().map(p -> "--:").collect(Collectors.joining(" | ")));
    }

    /** Nanoseconds, bytes, and what part of it Weft takes. */
    String row(Workload workload, int tasks, Collection<Result> results) {
        String cells =
                peers.stream()
                        .map(p -> cell(of(p, results), of(Peer.WEFT, results)))
                        .collect(Collectors.joining(" | "));
        return line(String.format(Locale.ROOT, "%s, %,d", workload.title(), tasks), cells);
    }

    private static Optional<Result> of(Peer peer, Collection<Result> results) {
        return results.stream().filter(r -> r.peer() == peer).findFirst();
    }

    private static String cell(Optional<Result> result, Optional<Result> weft) {
        if (result.isEmpty()) return "";
        Result r = result.get();
        String cost = String.format(Locale.ROOT, "%.1f ns", r.nanos());
        if (!Double.isNaN(r.bytes())) cost += String.format(Locale.ROOT, ", %.0f B", r.bytes());
        if (r.peer() == Peer.WEFT || weft.isEmpty()) return cost;
        return cost + String.format(Locale.ROOT, " (%.2f)", weft.get().nanos() / r.nanos());
    }

    private static String line(String first, String others) {
        return "| " + first + " | " + others + " |\n";
    }
}
