package dev.weft.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Weft is to reach: at most some part of what the best of some peers takes.
 *
 * @param part of the peers' time
 * @param name what they are called
 * @param peers of whom the best is looked at
 */
record Target(double part, String name, Set<Peer> peers) {

    /** What somebody would use instead on a JVM; a state machine by hand is not among it. */
    private static final Set<Peer> OTHERS =
            Set.of(Peer.KOTLIN, Peer.THREADS, Peer.FUTURES, Peer.REACTOR, Peer.EA_ASYNC);

    /** What it is to reach in a row of the table. */
    static Stream<Goal> goals(Workload workload, int tasks, Collection<Result> row) {
        String what = String.format(Locale.ROOT, "%s, %,d", workload.title(), tasks);
        return Stream.concat(
                Stream.concat(own(workload), Stream.of(one(0.05, Peer.UVLOOP)))
                        .flatMap(target -> target.goal(what, row).stream()),
                weft(row).stream().flatMap(result -> absolute(what, result)));
    }

    private static Stream<Target> own(Workload workload) {
        return switch (workload) {
            case YIELD -> Stream.of(one(0.6, Peer.KOTLIN), one(1.15, Peer.BY_HAND));
            case CHAIN_SUSPENDING -> Stream.of(one(0.75, Peer.KOTLIN), one(1.15, Peer.BY_HAND));
            case CHAIN_AT_ONCE -> Stream.of(one(0.7, Peer.KOTLIN));
            case CREATE, RENDEZVOUS, PING_PONG, TIMEOUT -> Stream.of(one(0.3, Peer.KOTLIN));
            case PIPE -> Stream.of(one(1, Peer.KOTLIN), new Target(0.7, "the best", OTHERS));
            case HOT_LOOP -> Stream.of(one(1, Peer.KOTLIN), one(1.05, Peer.BY_HAND));
            default -> Stream.of(one(1, Peer.KOTLIN));
        };
    }

    private static Target one(double part, Peer peer) {
        return new Target(part, peer.title(), Set.of(peer));
    }

    /** What no peer is needed for. */
    private static Stream<Goal> absolute(String what, Result weft) {
        return switch (weft.workload()) {
            // what JMH itself allocates is a small part of a byte
            case CHAIN_AT_ONCE -> Stream.of(new Goal(what, Math.rint(weft.bytes()), 0, "bytes"));
            case TIMER ->
                    weft.tasks() < 1_000_000
                            ? Stream.of()
                            : Stream.of(new Goal(what, weft.nanos(), 150, "ns"));
            default -> Stream.of();
        };
    }

    /** Whether it is met; empty where a side was not measured. */
    private Optional<Goal> goal(String what, Collection<Result> row) {
        var best =
                row.stream().filter(r -> peers.contains(r.peer())).mapToDouble(Result::nanos).min();
        if (best.isEmpty()) return Optional.empty();
        return weft(row)
                .map(weft -> new Goal(what, weft.nanos() / best.getAsDouble(), part, "of " + name));
    }

    private static Optional<Result> weft(Collection<Result> row) {
        return row.stream().filter(r -> r.peer() == Peer.WEFT).findFirst();
    }
}
