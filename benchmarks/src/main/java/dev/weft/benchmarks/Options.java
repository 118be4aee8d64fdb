package dev.weft.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import joptsimple.OptionParser;
import joptsimple.OptionSet;

/**
 * What to run.
 *
 * @param quick a few short iterations, no plots, no crowds
 * @param workloads which
 * @param peers of whom
 * @param everything whether no workload was named: crowds and compilations are part of that
 * @param directory where the report goes
 */
record Options(
        boolean quick,
        List<Workload> workloads,
        List<Peer> peers,
        boolean everything,
        Path directory) {

    static Options parse(String... arguments) {
        var parser = new OptionParser();
        parser.accepts("quick");
        var peers = parser.accepts("peers").withRequiredArg().withValuesSeparatedBy(',');
        var directory = parser.accepts("report").withRequiredArg().defaultsTo("target/report");
        var names = parser.nonOptions();
        OptionSet set = parser.parse(arguments);
        return new Options(
                set.has("quick"),
                matching(Workload.values(), Workload::title, set.valuesOf(names)),
                matching(Peer.values(), Peer::option, set.valuesOf(peers)),
                set.valuesOf(names).isEmpty(),
                Path.of(set.valueOf(directory)));
    }

    /** The same with few iterations. */
    Options briefly() {
        return new Options(true, workloads, peers, everything, directory);
    }

    /** Those whose name starts with one of the given, all of them where none is given. */
    private static <E> List<E> matching(E[] all, Function<E, String> name, List<?> prefixes) {
        var chosen =
                Stream.of(all)
                        .filter(e -> prefixes.isEmpty() || starts(name.apply(e), prefixes))
                        .toList();
        if (chosen.isEmpty()) {
            var names = Stream.of(all).map(name).toList();
            throw new IllegalArgumentException(prefixes + " is none of " + names);
        }
        return chosen;
    }

    private static boolean starts(String name, List<?> prefixes) {
        return prefixes.stream().anyMatch(p -> name.startsWith(p.toString()));
    }
}
