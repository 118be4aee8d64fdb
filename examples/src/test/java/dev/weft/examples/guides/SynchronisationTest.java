package dev.weft.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SynchronisationTest {
    @Test
    @DisplayName("000-05, 000-17, 002-20: a semaphore lets three at a time")
    void limitedFetches() throws Exception {
        Ran ran = Ran.program(LimitedFetches::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Fetching 0 at 0.0 s
                        Fetching 1 at 0.0 s
                        Fetching 2 at 0.0 s
                        Fetching 3 at 1.0 s
                        Fetching 4 at 1.0 s
                        Fetching 5 at 1.0 s
                        Fetching 6 at 2.0 s
                        Fetching 7 at 2.0 s
                        Fetching 8 at 2.0 s
                        Fetching 9 at 3.0 s
                        10 pages, the last is page 9
                        Total: 4.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(4_000));
    }

    @Test
    @DisplayName("002-22: a lock is held over awaits")
    void lockedCounter() throws Exception {
        Ran ran = Ran.program(LockedCounter::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Three increments without a lock: 1 after 0.1 s
                        Three increments with a lock: 3 after 0.4 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    @DisplayName("000-51, 002-39, 002-40: workers end at once when a signal comes")
    void gracefulShutdown() throws Exception {
        Ran ran = Ran.program(GracefulShutdown::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        A: working
                        B: working
                        C: working
                        A: working
                        B: working
                        C: working
                        Shutting down
                        A: stopped
                        B: stopped
                        C: stopped
                        All stopped after 2.5 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    @DisplayName("000-20, 000-21: a full queue holds the producer back")
    void producerConsumer() throws Exception {
        Ran ran = Ran.program(ProducerConsumer::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Produced 0
                        Produced 1
                        Produced 2
                        Produced 3
                        Produced 4
                        Produced 5
                        Produced 6
                        Produced 7
                        Produced 8
                        Produced 9
                        A: processing 0
                        B: processing 1
                        C: processing 2
                        Produced 10
                        Produced 11
                        Produced 12
                        A: processing 3
                        B: processing 4
                        C: processing 5
                        Produced 13
                        Produced 14
                        Produced 15
                        A: processing 6
                        B: processing 7
                        C: processing 8
                        Produced 16
                        Produced 17
                        Produced 18
                        A: processing 9
                        B: processing 10
                        C: processing 11
                        Produced 19
                        A: processing 12
                        B: processing 13
                        C: processing 14
                        A: processing 15
                        B: processing 16
                        C: processing 17
                        A: processing 18
                        B: processing 19
                        20 items processed after 3.5 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(3_500));
    }

    @Test
    @DisplayName("002-47: a last item for each consumer ends them")
    void sentinelQueue() throws Exception {
        Ran ran = Ran.program(SentinelQueue::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        A takes x1
                        B takes y1
                        C takes x2
                        A takes y2
                        B takes x3
                        C takes y3
                        A takes x4
                        B takes y4
                        C takes x5
                        B takes y5
                        10 consumed, 0 left, 0.9 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(900));
    }
}
