package dev.weft.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PatternsTest {
    @Test
    @DisplayName("000-44, 002-21: a burst, then one call each 0.2 s, first come first served")
    void rateLimiter() throws Exception {
        Ran ran = Ran.program(RateLimiter::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Call 1 at 0.0 s
                        Call 2 at 0.0 s
                        Call 3 at 0.2 s
                        Call 4 at 0.4 s
                        Call 5 at 0.6 s
                        Call 6 at 0.8 s
                        Call 7 at 1.0 s
                        Call 8 at 1.2 s
                        Call 9 at 1.4 s
                        Call 10 at 1.6 s
                        Call 11 at 1.8 s
                        Call 12 at 2.0 s
                        Call 13 at 2.2 s
                        Call 14 at 2.4 s
                        Call 15 at 2.6 s
                        Idle for a while
                        Call 16 at 12.6 s
                        Call 17 at 12.6 s
                        Call 18 at 12.8 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(12_800));
    }

    @Test
    @DisplayName("000-45, 002-48: retries some failures, after a longer pause each time")
    void retrying() throws Exception {
        Ran ran = Ran.program(Retrying::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Asked 1 at 0.0 s
                        Asked 1 at 0.5 s
                        Asked 1 at 1.5 s
                        answer 1
                        Asked -2 at 1.5 s
                        Not retried: negative: -2
                        Asked 3 at 0.0 s
                        Asked 3 at 0.5 s
                        Asked 3 at 1.5 s
                        Gave up: refused
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(3_000));
    }

    @Test
    @DisplayName("000-50, 002-49: answers kept for a time, and fetched once for all that ask")
    void ttlCache() throws Exception {
        Ran ran = Ran.program(TtlCache::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Asking for Oslo
                        Asking for Rome
                        [the weather in Oslo, the weather in Oslo, the weather in Rome] after 1.0 s
                        the weather in Oslo after 30.9 s
                        Asking for Oslo
                        the weather in Oslo after 32.0 s
                        Asking for Oslo
                        the weather in Oslo after 33.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(33_000));
    }

    @Test
    @DisplayName("000-46: no more connections than the pool may have")
    void connectionPool() throws Exception {
        Ran ran = Ran.program(ConnectionPool::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Connected 1 at 0.5 s
                        Connected 2 at 1.0 s
                        query 1 on connection 1 at 1.0 s
                        query 2 on connection 2 at 1.0 s
                        Connected 3 at 1.5 s
                        query 3 on connection 3 at 1.5 s
                        query 4 on connection 1 at 2.0 s
                        query 5 on connection 2 at 2.0 s
                        query 6 on connection 3 at 2.5 s
                        6 answers
                        Closed 3 connections at 3.6 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(3_600));
    }

    @Test
    @DisplayName("000-47: batches that are full, or have waited long enough")
    void batchProcessor() throws Exception {
        Ran ran = Ran.program(BatchProcessor::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Storing [1, 2, 3] at 0.0 s
                        Storing [4, 5, 6] at 0.1 s
                        Storing [7] at 0.7 s
                        No more items
                        Storing [8] at 2.0 s
                        Ended at 2.1 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(2_100));
    }

    @Test
    @DisplayName("000-48: all who asked are told, whatever fails")
    void eventBus() throws Exception {
        Ran ran = Ran.program(EventBus::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Log: Ordered[what=apple]
                        Stock: one less of apple
                        Mail: thanks for ordering apple
                        All told after 1.0 s
                        Log: Ordered[what=unicorn]
                        Mail: thanks for ordering unicorn
                        Failed: no unicorn left
                        Log: Ordered[what=pear]
                        Stock: one less of pear
                        Log: Paid[amount=7]
                        All told after 2.5 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(2_500));
    }
}
