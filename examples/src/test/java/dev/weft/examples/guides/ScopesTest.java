package dev.weft.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScopesTest {
    @Test
    @DisplayName("000-04, 000-13, 002-14: a task group waits for its tasks")
    void processAll() throws Exception {
        Ran ran = Ran.program(ProcessAll::main);
        assertThat(ran.output()).isEqualTo("[2, 4, 8] after 1.0 s\n");
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("000-14, 000-37, 002-14: failures of a task group come together, by their types")
    void groupFailures() throws Exception {
        Ran ran = Ran.program(GroupFailures::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        The long one is cancelled
                        Caught: Task failed! after 1.0 s
                        The long one is cancelled
                        Argument: a bad value
                        Argument: another one
                        Element: nothing there
                        The long one is cancelled
                        Left over: [java.lang.IllegalStateException: not expected]
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    @DisplayName("000-06, 000-19, 002-38: a block with a deadline")
    void timeoutBlock() throws Exception {
        Ran ran = Ran.program(TimeoutBlock::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Completed after 1.0 s
                        Operation timed out after 6.0 s
                        2 steps after 11.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(11));
    }
}
