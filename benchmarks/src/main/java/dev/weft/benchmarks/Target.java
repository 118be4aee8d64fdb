package dev.weft.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Weft is to reach: at most some part of what the best of some peers takes.
 *
 * @param part of the peers' time
 * @param peers of whom the best is looked at
 */
record Target(double part, Set<Peer> peers) {

    /** What somebody would use instead on a JVM; a state machine by hand is not among it. */
    private static final Set<Peer> BEST = Set.of(Peer.KOTLIN, Peer.THREADS);

    /** The targets of a row. */
    static List<Target> of(Workload workload, int tasks) {
        var uvloop = new Target(0.05, Set.of(Peer.UVLOOP));
        return Stream.concat(own(workload), Stream.of(uvloop)).toList();
    }

    private static Stream<Target> own(Workload workload) {
        return switch (workload) {
            case YIELD -> Stream.of(kotlin(0.6), byHand(1.15));
            case CHAIN_SUSPENDING -> Stream.of(kotlin(0.75), byHand(1.15));
            case CHAIN_AT_ONCE -> Stream.of(kotlin(0.7));
            case CREATE, RENDEZVOUS, PING_PONG, TIMEOUT -> Stream.of(kotlin(0.3));
            case PIPE -> Stream.of(new Target(0.7, BEST));
            case HOT_LOOP -> Stream.of(byHand(1.05));
            default -> Stream.of(kotlin(1));
        };
    }

    private static Target kotlin(double part) {
        return new Target(part, Set.of(Peer.KOTLIN));
    }

    private static Target byHand(double part) {
        return new Target(part, Set.of(Peer.BY_HAND));
    }

    /** Whether it is met, in words; empty where a side was not measured. */
    String verdict(Collection<Result> row) {
        var best =
                row.stream().filter(r -> peers.contains(r.peer())).mapToDouble(Result::nanos).min();
        var weft = row.stream().filter(r -> r.peer() == Peer.WEFT).findFirst();
        if (best.isEmpty() || weft.isEmpty()) return "";
        double reached = weft.get().nanos() / best.getAsDouble();
        String name = peers.size() == 1 ? peers.iterator().next().title() : "the best";
        String verdict = String.format(Locale.ROOT, "%.2f of %s", reached, name);
        return reached <= part
                ? verdict
                : verdict + String.format(Locale.ROOT, " (**target %.2f**)", part);
    }
}
