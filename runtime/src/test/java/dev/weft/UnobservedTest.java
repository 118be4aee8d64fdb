package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnobservedTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final Exception failure = new Exception("nobody looks");

    @AfterEach
    void close() {
        loop.close();
    }

    private Task<Object> failing() {
        return loop.createTask(
                first(
                        v -> {
                            throw failure;
                        }));
    }

    @Test
    void aFailureThatNobodyLooksAtIsReportedWhenTheLoopCloses() {
        Task<Object> task = failing();
        test.settle();
        assertThat(test.reported()).isEmpty();
        loop.close();
        assertThat(test.reported()).containsExactly(failure);
        assertThat(test.reports.get(0).task()).isSameAs(task);
        assertThat(test.reports.get(0).message()).contains("Task-1");
    }

    @Test
    void orWhenTheTaskIsCollected() {
        failing();
        test.settle();
        awaitCollection();
        assertThat(test.reported()).containsExactly(failure);
        loop.close();
        assertThat(test.reported()).hasSize(1);
    }

    @Test
    void debugModeTellsWhereACollectedTaskWasMade() {
        loop.setDebug(true);
        failing();
        test.settle();
        awaitCollection();
        assertThat(test.reports.get(0).task()).isNull();
        assertThat(test.reports.get(0).message())
                .contains("Task-1", "the task was made", "UnobservedTest.failing");
    }

    private void awaitCollection() {
        for (int i = 0; i < 200 && test.reports.isEmpty(); i++) {
            System.gc();
            test.settle();
        }
    }

    @Test
    void aFailureThatSomebodyLooksAtIsNotReported() {
        Task<Object> asked = failing();
        Task<Object> awaited = failing();
        Task<Object> awaitedLater = failing();
        test.runHere(
                first(v -> Weft.gather(java.util.List.of(awaited)))
                        .rescue(t -> Weft.sleep(Duration.ofSeconds(1)))
                        .then(v -> awaitedLater)
                        .rescue(t -> null));
        assertThat(asked.exception()).isSameAs(failure);
        loop.close();
        assertThat(test.reported()).isEmpty();
    }

    @Test
    void r81_theLoopHoldsItsTasks() {
        boolean[] ran = {false};
        loop.createTask(first(v -> Weft.sleep(Duration.ofHours(1))).then(v -> ran[0] = true));
        System.gc();
        test.runHere(first(v -> Weft.sleep(Duration.ofHours(2))));
        assertThat(ran[0]).isTrue();
    }

    @Test
    void aPromisesFailureIsReportedToo() {
        new Promise<>(loop).fail(failure);
        loop.close();
        assertThat(test.reported()).containsExactly(failure);
    }
}
