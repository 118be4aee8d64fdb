package dev.weft.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TasksTest {
    @Test
    @DisplayName("002-10, 002-11: tasks start when their maker awaits, and have names")
    void namedDownloads() throws Exception {
        Ran ran = Ran.program(NamedDownloads::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Tasks running in background...
                        The third is called dl-page3
                        Starting: page1
                        Starting: page2
                        Starting: page3
                        Finished: page1
                        Finished: page2
                        Finished: page3
                        <html>page1</html>
                        <html>page2</html>
                        <html>page3</html>
                        Total: 2.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    @DisplayName("003-05, 003-07: a task works while its maker does something else")
    void otherWork() throws Exception {
        Ran ran = Ran.program(OtherWork::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Do other work...
                        Fetching A
                        Fetching B
                        Data A after 2.0 s
                        Data B after 3.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    @DisplayName("002-12, 002-13: a cancelled task cleans up and counts as cancelled")
    void cancelledWorker() throws Exception {
        Ran ran = Ran.program(CancelledWorker::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Working...
                        Working...
                        Working...
                        Cancelled! Cleaning up...
                        The task was cancelled: true
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    @DisplayName("000-18, 002-38: a timeout cancels and is told apart")
    void timedOut() throws Exception {
        Ran ran = Ran.program(TimedOut::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Operation cancelled
                        Operation timed out
                        null after 5.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("002-29: retries with a longer pause each time and a timeout each")
    void retries() throws Exception {
        Ran ran = Ran.program(Retries::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Retry 1/3 after 1s: connection refused
                        Retry 2/3 after 2s: connection refused
                        the page /users after 3.0 s
                        Retry 1/3 after 1s: connection refused
                        Retry 2/3 after 2s: connection refused
                        Gave up: connection refused after 6.0 s
                        Retry 1/3 after 1s: timeout
                        Retry 2/3 after 2s: timeout
                        Gave up: timeout after 39.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(39));
    }

    @Test
    @DisplayName("000-25: an eager task that need not wait is done when it is made")
    void eagerTasks() throws Exception {
        Ran ran = Ran.program(EagerTasks::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Done when it was made: false
                        Done when it was made: true, value_a
                        Done when it was made: false
                        value_b after 1.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("002-17, 002-18: the first of several, and those that are late")
    void firstDone() throws Exception {
        Ran ran = Ran.program(FirstDone::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Done: 1, pending: 4
                        answer after 1 s
                        Done: 2, late: 2
                        Cancelled: 2
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(3_500));
    }

    @Test
    @DisplayName("002-01, 002-45: a hundred thousand tasks wait at the same time")
    void manyTasks() throws Exception {
        Ran ran = Ran.program(ManyTasks::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        100000 waited at the same time, done after 1.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(1_000));
    }
}
