package dev.weft.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import joptsimple.OptionParser;
import joptsimple.OptionSet;

/**
 * What to run.
 *
 * @param quick few short iterations
 * @param plots whether with plots
 * @param workloads which
 * @param peers of whom
 * @param crowds whether with crowds
 * @param crowd how many tasks wait in one
 * @param compilations whether with compilations
 * @param directory where the report goes
 */
record Options(
        boolean quick,
        boolean plots,
        List<Workload> workloads,
        List<Peer> peers,
        boolean crowds,
        int crowd,
        boolean compilations,
        Path directory) {

    private static final String CROWDS = "crowds";
    private static final String COMPILATION = "compilation";

    static Options parse(String... arguments) {
        var parser = new OptionParser();
        parser.accepts("quick");
        parser.accepts("plots");
        var peers = parser.accepts("peers").withRequiredArg().withValuesSeparatedBy(',');
        var crowd = parser.accepts("crowd").withRequiredArg().ofType(Integer.class);
        var directory = parser.accepts("report").withRequiredArg().defaultsTo("target/report");
        var names = parser.nonOptions().ofType(String.class);
        OptionSet set = parser.parse(arguments);
        var named = new ArrayList<>(set.valuesOf(names));
        boolean everything = named.isEmpty();
        boolean crowds = named.remove(CROWDS) || everything;
        boolean compilation = named.remove(COMPILATION) || everything;
        boolean workloads = everything || !named.isEmpty();
        return new Options(
                set.has("quick"),
                set.has("plots") || !set.has("quick"),
                workloads ? matching(Workload.values(), Workload::title, named) : List.of(),
                matching(Peer.values(), Peer::option, set.valuesOf(peers)),
                crowds,
                set.has(crowd) ? set.valueOf(crowd) : CrowdRun.MANY,
                compilation,
                Path.of(set.valueOf(directory)));
    }

    /** Those whose name starts with one of the given, all of them where none is given. */
    private static <E> List<E> matching(E[] all, Function<E, String> name, List<?> prefixes) {
        var chosen =
                Stream.of(all)
                        .filter(e -> prefixes.isEmpty() || starts(name.apply(e), prefixes))
                        .toList();
        if (chosen.isEmpty()) {
            var names = Stream.of(all).map(name).toList();
            throw new IllegalArgumentException(
                    prefixes + " is none of " + names + ", " + CROWDS + " and " + COMPILATION);
        }
        return chosen;
    }

    private static boolean starts(String name, List<?> prefixes) {
        return prefixes.stream().anyMatch(p -> name.startsWith(p.toString()));
    }
}
