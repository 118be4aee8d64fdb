package dev.weft.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A ratio says something only if both sides do the same work. */
class SuspendBenchmarkTest {

    private final SuspendBenchmark benchmark = new SuspendBenchmark();

    @Test
    void bothSidesOfNestedAwaitsComeToTheSameSum() {
        Object atOnce = benchmark.tenNestedAtOnceByHand();
        assertEquals(1_100_000, atOnce);
        assertEquals(atOnce, benchmark.tenNestedAtOnceWeft());
        assertEquals(atOnce, benchmark.tenNestedSuspendByHand());
        assertEquals(atOnce, benchmark.tenNestedSuspendWeft());
    }
}
