package dev.weft.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How many times more an operation costs among very many tasks than among some. */
final class Growth {

    private static final int SOME = 1_000;
    private static final int MANY = 1_000_000;
    private static final double MOST = 3;

    private final Collection<Result> results;
    private final List<Peer> peers;

    Growth(Collection<Result> results) {
        this.results = results;
        peers =
                Stream.of(Peer.values())
                        .filter(peer -> workloads().anyMatch(w -> of(w, peer).isPresent()))
                        .toList();
    }

    /** Of whom both are known. */
    String table() {
        var table = new StringBuilder();
        table.append(Table.head("workload", peers.stream().map(Peer::title).toList()));
        workloads()
                .filter(workload -> peers.stream().anyMatch(p -> of(workload, p).isPresent()))
                .forEach(workload -> table.append(line(workload)));
        return table.toString();
    }

    private String line(Workload workload) {
        return Table.line(workload.title(), peers.stream().map(p -> cell(workload, p)).toList());
    }

    private String cell(Workload workload, Peer peer) {
        OptionalDouble growth = of(workload, peer);
        return growth.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", growth.getAsDouble());
    }

    /** That Weft's does not grow much. */
    Stream<Goal> goals() {
        return workloads()
                .flatMap(
                        workload ->
                                of(workload, Peer.WEFT).stream()
                                        .mapToObj(growth -> goal(workload, growth)));
    }

    private static Goal goal(Workload workload, double growth) {
        String what =
                String.format(
                        Locale.ROOT, "%s, %,d beside %,d tasks", workload.title(), MANY, SOME);
        return new Goal(what, growth, MOST, "times as much");
    }

    private OptionalDouble of(Workload workload, Peer peer) {
        OptionalDouble some = nanos(workload, peer, SOME);
        OptionalDouble many = nanos(workload, peer, MANY);
        return some.isPresent() && many.isPresent()
                ? OptionalDouble.of(many.getAsDouble() / some.getAsDouble())
                : OptionalDouble.empty();
    }

    private OptionalDouble nanos(Workload workload, Peer peer, int tasks) {
        return results.stream()
                .filter(r -> r.workload() == workload && r.peer() == peer && r.tasks() == tasks)
                .mapToDouble(Result::nanos)
                .findFirst();
    }

    private static Stream<Workload> workloads() {
        return Stream.of(Workload.values());
    }
}
