package dev.weft.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    @DisplayName("002-16, 002-36, 002-37, 003-15: failures as values, each at its place")
    void collectedFailures() throws Exception {
        Ran ran = Ran.program(CollectedFailures::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Caught: Negative value: -1
                        0: 10
                        1: FAIL Negative value: -1
                        2: 20
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    @DisplayName("003-14: a gather fails at once and leaves the others running")
    void firstFailure() throws Exception {
        Ran ran = Ran.program(FirstFailure::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Finished 1
                        Caught: Failed on 2 after 1.0 s
                        The slow one goes on: true
                        Finished 3
                        Success 3 after 2.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    @DisplayName("000-36, 003-13: a task's failure waits for who awaits it")
    void caughtFailure() throws Exception {
        Ran ran = Ran.program(CaughtFailure::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        It failed a second ago, and nothing has happened
                        Caught: Task failed!
                        It is the task's own: true
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    @DisplayName("000-35: a failure that nobody looks at is reported")
    void lostFailure() throws Exception {
        Ran ran = Ran.program(LostFailure::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Nobody looks at the task, which is done: true
                        Reported: Task failed!
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    @DisplayName("000-33: no task without a running loop")
    void noRunningLoop() throws Exception {
        Ran ran = Ran.program(NoRunningLoop::main);
        assertThat(ran.output())
                .matches("no event loop runs in thread .*: start one with Weft.run.*\\nworked\\n");
    }
}
