package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitTasksTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Task<Object>> tasks = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    private Task<Object> ending(int seconds, Object result) {
        Task<Object> task =
                loop.createTask(
                        Script.<Object>first(v -> Weft.sleep(Duration.ofSeconds(seconds)))
                                .then(
                                        v -> {
                                            if (result instanceof Exception failure) {
                                                throw failure;
                                            }
                                            return result;
                                        }));
        tasks.add(task);
        return task;
    }

    private Task<Object> cancelledAfter(int seconds) {
        Task<Object> task = ending(1000, "never");
        loop.callLater(Duration.ofSeconds(seconds), () -> task.cancel());
        return task;
    }

    private WaitResult<Task<Object>> waited(ReturnWhen when, Duration timeout) {
        return test.runHere(first(v -> Weft.waitTasks(tasks, when, timeout)));
    }

    private Duration now() {
        return loop.time();
    }

    @Test
    void allCompletedWaitsForTheLast() {
        Task<Object> slow = ending(3, "slow");
        Task<Object> failing = ending(1, new IllegalStateException());
        WaitResult<Task<Object>> result = test.runHere(first(v -> Weft.waitTasks(tasks)));
        assertThat(result.done()).containsExactly(slow, failing);
        assertThat(result.pending()).isEmpty();
        assertThat(now()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void firstCompletedLeavesTheOthersPendingAndUncancelled() {
        Task<Object> slow = ending(3, "slow");
        Task<Object> fast = ending(1, "fast");
        WaitResult<Task<Object>> result = waited(ReturnWhen.FIRST_COMPLETED, null);
        assertThat(result.done()).containsExactly(fast);
        assertThat(result.pending()).containsExactly(slow);
        assertThat(test.<Object>runHere(first(v -> slow))).isEqualTo("slow");
    }

    @Test
    void r30_theTimeBeingOverThrowsNothingAndCancelsNothing() {
        Task<Object> slow = ending(3, "slow");
        Task<Object> fast = ending(1, "fast");
        WaitResult<Task<Object>> result = waited(ReturnWhen.ALL_COMPLETED, Duration.ofSeconds(2));
        assertThat(result.done()).containsExactly(fast);
        assertThat(result.pending()).containsExactly(slow);
        assertThat(now()).isEqualTo(Duration.ofSeconds(2));
        assertThat(test.<Object>runHere(first(v -> slow))).isEqualTo("slow");
    }

    @Test
    void r30_cancellingTheAwaiterCancelsNoneOfThem() {
        Task<Object> slow = ending(3, "slow");
        Task<Object> waiting =
                loop.createTask(first(v -> Weft.waitTasks(tasks, ReturnWhen.ALL_COMPLETED)));
        loop.callLater(Duration.ofSeconds(1), waiting::cancel);
        assertThatThrownBy(() -> test.runHere(first(v -> waiting)))
                .isInstanceOf(CancellationException.class);
        assertThat(now()).isEqualTo(Duration.ofSeconds(1));
        assertThat(test.<Object>runHere(first(v -> slow))).isEqualTo("slow");
    }

    @Test
    void r30_noTaskAndACoroutineAreErrors() {
        assertThatThrownBy(() -> Weft.waitTasks(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        Coroutine<String> coroutine = Weft.done("x");
        assertThatThrownBy(() -> Weft.waitTasks(List.of(coroutine)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("make it a task with createTask");
    }

    @Test
    void r30_withNoTimeItGivesWhatThereIsAfterOnePass() {
        Task<Object> ready = loop.createTask(first(v -> "ready"));
        tasks.add(ready);
        Task<Object> slow = ending(1, "slow");
        WaitResult<Task<Object>> result = waited(ReturnWhen.ALL_COMPLETED, Duration.ZERO);
        assertThat(result.done()).containsExactly(ready);
        assertThat(result.pending()).containsExactly(slow);
        assertThat(now()).isEqualTo(Duration.ZERO);
    }

    @Test
    void r31_allThatEndInTheSameIterationAreDone() {
        ending(1, "a");
        ending(1, "b");
        ending(2, "c");
        WaitResult<Task<Object>> result = waited(ReturnWhen.FIRST_COMPLETED, null);
        assertThat(result.done()).containsExactly(tasks.get(0), tasks.get(1));
    }

    @Test
    void r32_aCancelledTaskIsNoException() {
        Task<Object> cancelled = cancelledAfter(1);
        Task<Object> failing = ending(2, new IllegalStateException());
        Task<Object> slow = ending(3, "slow");
        WaitResult<Task<Object>> result = waited(ReturnWhen.FIRST_EXCEPTION, null);
        assertThat(result.done()).containsExactly(cancelled, failing);
        assertThat(result.pending()).containsExactly(slow);
        assertThat(now()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatIsDoneAlreadyDoesNotSuspend() {
        Task<Object> done = ending(0, "done");
        test.runHere(first(v -> done));
        Promise<Object> never = new Promise<>(loop);
        List<Object> order = new ArrayList<>();
        WaitResult<Awaitable<Object>> result =
                test.runHere(
                        first(v -> loop.callSoon(() -> order.add("callback")))
                                .then(
                                        v ->
                                                Weft.waitTasks(
                                                        List.<Awaitable<Object>>of(never, done),
                                                        ReturnWhen.FIRST_COMPLETED))
                                .then(
                                        v -> {
                                            order.add("waited");
                                            return v;
                                        }));
        assertThat(result.done()).containsExactly(done);
        assertThat(order).containsExactly("waited", "callback");
    }

    @Test
    void aTaskThatIsWaitedForOverAndOverKeepsNoneOfTheWaits() {
        Promise<Object> never = new Promise<>(loop);
        for (int i = 0; i < 100; i++) {
            test.runHere(
                    first(
                            v ->
                                    Weft.waitTasks(
                                            List.of(never),
                                            ReturnWhen.ALL_COMPLETED,
                                            Duration.ofSeconds(1))));
        }
        assertThat(never.waiters instanceof List<?> list ? list.size() : 1).isLessThan(4);
    }

    @Test
    void ofTheTasksOfAnotherLoopItSaysHowToCrossOver() {
        try (TestLoop other = new TestLoop()) {
            Promise<Object> foreign = new Promise<>(other.loop);
            assertThatThrownBy(() -> test.runHere(first(v -> Weft.waitTasks(List.of(foreign)))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("asStage");
        }
    }
}
