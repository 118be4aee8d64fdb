package dev.weft.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import joptsimple.OptionParser;
import joptsimple.OptionSet;

/**
 * What to run.
 *
 * @param quick a few short iterations
 * @param workloads which
 * @param peers of whom
 */
record Options(boolean quick, List<Workload> workloads, List<Peer> peers) {

    static Options parse(String... arguments) {
        var parser = new OptionParser();
        parser.accepts("quick");
        var peers = parser.accepts("peers").withRequiredArg().withValuesSeparatedBy(',');
        var names = parser.nonOptions();
        OptionSet set = parser.parse(arguments);
        return new Options(
                set.has("quick"),
                matching(Workload.values(), set.valuesOf(names)),
                matching(Peer.values(), set.valuesOf(peers)));
    }

    /** Those whose name starts with one of the given, all of them where none is given. */
    private static <E> List<E> matching(E[] all, List<?> names) {
        var prefixes = names.stream().map(Object::toString).collect(Collectors.toList());
        if (prefixes.isEmpty()) prefixes.add("");
        for (String prefix : prefixes) {
            if (Arrays.stream(all).noneMatch(e -> e.toString().startsWith(prefix))) {
                throw new IllegalArgumentException(prefix + " is none of " + Arrays.toString(all));
            }
        }
        return Stream.of(all)
                .filter(e -> prefixes.stream().anyMatch(e.toString()::startsWith))
                .toList();
    }
}
