package dev.weft.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes a {@link Census} of a crowd, in a JVM of its own. */
final class CrowdRun {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private CrowdRun() {}

    static Optional<CrowdResult> measure(Waiting waiting, int tasks, Peer peer) {
        var command = new ArrayList<>(List.of(JAVA, "-Xmx4g"));
        command.addAll(JvmRun.ARGUMENTS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Census.class.getName(), peer.name(), waiting.name()));
        command.addAll(List.of(Integer.toString(tasks), Integer.toString(10 + tasks / 100_000)));
        return Forked.lastLine(command).map(line -> result(waiting, tasks, peer, line));
    }

    private static CrowdResult result(Waiting waiting, int tasks, Peer peer, String line) {
        double[] counted =
                Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
        return new CrowdResult(waiting, tasks, peer, counted[0], counted[1], counted[2]);
    }
}
