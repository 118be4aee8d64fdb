package dev.weft.benchmarks;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CensusTest {

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("crowds")
    void everyCrowdThatIsWokenEnds(Peer peer, Waiting waiting) throws Exception {
        Census.main(new String[] {peer.name(), waiting.name(), "100", "1"});
    }

    static Stream<Arguments> crowds() {
        return Stream.of(Peer.values())
                .filter(Peer::runsHere)
                .flatMap(
                        peer ->
                                Stream.of(Waiting.PARKED, Waiting.BARE)
                                        .filter(waiting -> peer.programs().of(waiting) != null)
                                        .map(waiting -> Arguments.of(peer, waiting)));
    }
}
