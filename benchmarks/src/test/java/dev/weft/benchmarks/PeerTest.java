package dev.weft.benchmarks;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A ratio says something only if both sides do the same work. */
class PeerTest {

    private static final int TASKS = 3;

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("programs")
    void doesTheOperationAsOftenAsItIsTold(Peer peer, Workload workload) throws Exception {
        Program program = requireNonNull(peer.programs().of(workload));
        int times = workload.times(Integer.MAX_VALUE) * 2;
        assertEquals((long) TASKS * times, program.run(TASKS, times));
    }

    static Stream<Arguments> programs() {
        return Stream.of(Peer.values())
                .filter(Peer::runsHere)
                .flatMap(
                        peer ->
                                Arrays.stream(Workload.values())
                                        .filter(workload -> peer.programs().of(workload) != null)
                                        .map(workload -> Arguments.of(peer, workload)));
    }
}
