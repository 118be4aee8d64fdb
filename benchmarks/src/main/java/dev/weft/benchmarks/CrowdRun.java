package dev.weft.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes a {@link Census} of a crowd, in a JVM of its own. */
final class CrowdRun {

    /** How many tasks a crowd usually has. */
    static final int MANY = 1_000_000;

    private static final double HEAP = 4e9;

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** What a crowd may take besides the time that its sleepers sleep. */
    private static final int SECONDS = 120;

    private CrowdRun() {}

    /** Whether ten times as many leave the collector some room to work in. */
    static boolean tenTimesFit(CrowdResult result) {
        return 10 * result.tasks() * result.bytes() < 0.9 * HEAP;
    }

    static Optional<CrowdResult> measure(Waiting waiting, int tasks, Peer peer) {
        var command = new ArrayList<>(List.of(JAVA, "-Xmx4g", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(JvmRun.ARGUMENTS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Census.class.getName(), peer.name(), waiting.name()));
        int asleep = 5 + tasks / 100_000;
        command.addAll(List.of(Integer.toString(tasks), Integer.toString(asleep)));
        return Forked.lastLine(asleep + SECONDS, command)
                .map(line -> result(waiting, tasks, peer, line));
    }

    private static CrowdResult result(Waiting waiting, int tasks, Peer peer, String line) {
        double[] counted =
                Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
        return new CrowdResult(waiting, tasks, peer, counted[0], counted[1], counted[2]);
    }
}
