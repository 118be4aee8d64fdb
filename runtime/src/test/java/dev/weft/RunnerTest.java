package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.loop.VirtualClock;
import dev.weft.woven.Woven;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class RunnerTest {
    private final List<Object> order = new ArrayList<>();
    private final TestLoop test = new TestLoop();
    private final Runner runner = new Runner(() -> test.loop);

    @Test
    void tasksLeftBehindGoOnInTheNextRun() {
        runner.run(
                first(
                        v -> {
                            Weft.createTask(
                                    first(w -> Weft.sleep(Duration.ofSeconds(1)))
                                            .then(w -> order.add("went on")));
                            return null;
                        }));
        assertThat(order).isEmpty();
        runner.run(Weft.sleep(Duration.ofSeconds(2)));
        assertThat(order).containsExactly("went on");
        runner.close();
    }

    @Test
    void closeCancelsWhatIsLeftWaitsForItAndReportsItsFailures() {
        IllegalStateException failure = new IllegalStateException("cleaning up");
        runner.run(
                first(
                        v -> {
                            Weft.createTask(
                                    first(w -> Weft.sleep(Duration.ofDays(1)))
                                            .rescue(t -> Weft.sleep(Duration.ofSeconds(3)))
                                            .then(w -> order.add("cleaned up")));
                            Weft.createTask(
                                    first(w -> Weft.sleep(Duration.ofDays(1)))
                                            .rescue(
                                                    t -> {
                                                        throw failure;
                                                    }));
                            return Weft.yieldNow();
                        }));
        runner.close();
        runner.close();
        assertThat(order).containsExactly("cleaned up");
        assertThat(test.reported()).containsExactly(failure);
        assertThat(test.loop.isClosed()).isTrue();
        assertThatThrownBy(() -> runner.run(Weft.done(1))).hasMessageContaining("closed");
    }

    @Test
    void aCancelledMainIsACancellationException() {
        assertThatThrownBy(
                        () ->
                                Weft.run(
                                        first(v -> Task.current().cancel("enough"))
                                                .then(v -> Weft.sleep(Duration.ofDays(1)))))
                .isInstanceOf(CancellationException.class)
                .hasMessage("enough");
    }

    @Test
    void runTakesTasksAndPromisesToo() {
        Promise<Object> promise = new Promise<>(test.loop);
        test.loop.callLater(Duration.ofSeconds(1), () -> promise.complete("kept"));
        assertThat(runner.run(promise)).isEqualTo("kept");
        runner.close();
    }

    @Test
    void anEntryPointUsesTheRunnerThatItsThreadWasGiven() {
        try (Runner.Provision provision = Runner.provideForThisThread(runner)) {
            Woven.run(
                    first(v -> Weft.sleep(Duration.ofDays(1)))
                            .then(v -> order.add(EventLoop.running() == test.loop)));
        }
        Woven.run(first(v -> order.add(EventLoop.running() == test.loop)));
        assertThat(order).containsExactly(true, false);
        runner.close();
    }

    @Test
    void anEntryPointOnARunningLoopIsRefused() {
        assertThatThrownBy(
                        () ->
                                runner.run(
                                        first(
                                                v -> {
                                                    Woven.run(first(w -> 1));
                                                    return null;
                                                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("await the coroutine instead");
        runner.close();
    }

    @Test
    void weftRunWaitsForBlockingWork() {
        Weft.run(
                first(
                        v -> {
                            EventLoop.running()
                                    .runInExecutor(
                                            null,
                                            () -> {
                                                Thread.sleep(20);
                                                return order.add("worked");
                                            });
                            return null;
                        }));
        assertThat(order).containsExactly("worked");
    }

    @Test
    void taskNamesAreCountedForEachLoopOrGiven() {
        List<String> names =
                new Runner(() -> EventLoop.create(new VirtualClock()))
                        .run(
                                Script.<List<String>>first(
                                        v ->
                                                List.of(
                                                        Task.current().name(),
                                                        Weft.createTask(Weft.done()).name(),
                                                        Weft.createTask(Weft.done(), "mine").name(),
                                                        "" + Task.all().size())));
        assertThat(names).containsExactly("Task-1", "Task-2", "mine", "3");
        assertThat(Task.current()).isNull();
        assertThatThrownBy(EventLoop::running).hasMessageContaining("no event loop runs");
        assertThatThrownBy(() -> Weft.createTask(Weft.done())).hasMessageContaining("Weft.run");
    }
}
