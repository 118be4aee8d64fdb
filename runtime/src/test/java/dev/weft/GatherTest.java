package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatherTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    private Script<Object> after(int seconds, Object result) {
        return Script.<Object>first(v -> order.add("start " + result))
                .then(v -> Weft.sleep(Duration.ofSeconds(seconds)))
                .then(
                        v -> {
                            order.add("end " + result);
                            if (result instanceof Exception e) {
                                throw e;
                            }
                            return result;
                        });
    }

    @Test
    void r20_resultsStandInTheOrderOfTheArgumentsAndChildrenStartLeftToRight() {
        List<Object> results =
                test.runHere(first(v -> Weft.gather(List.of(after(2, "a"), after(1, "b")))));
        assertThat(results).containsExactly("a", "b");
        assertThat(order).containsExactly("start a", "start b", "end b", "end a");
    }

    @Test
    void typedGatherKeepsEachType() {
        Tuple3<String, Integer, Boolean> three =
                test.runHere(
                        first(v -> Weft.gather(Weft.done("x"), Weft.done(1), Weft.done(true))));
        assertThat(three).isEqualTo(new Tuple3<>("x", 1, true));
    }

    @Test
    void nothingToGatherIsDoneAtOnce() {
        List<Object> results = test.runHere(first(v -> Weft.gather(List.of())));
        assertThat(results).isEmpty();
    }

    @Test
    void theSameAwaitableTwiceRunsOnce() {
        Script<Object> one = after(1, "one");
        List<Object> results = test.runHere(first(v -> Weft.gather(List.of(one, one))));
        assertThat(results).containsExactly("one", "one");
        assertThat(order).containsExactly("start one", "end one");
    }

    @Test
    void stagesTasksAndPromisesCanBeGathered() {
        Promise<Object> promise = new Promise<>(loop);
        CompletableFuture<Object> stage = new CompletableFuture<>();
        Task<Object> task = loop.createTask(after(1, "task"));
        loop.callLater(Duration.ofSeconds(2), () -> promise.complete("promise"));
        loop.callLater(Duration.ofSeconds(3), () -> stage.complete("stage"));
        List<Object> results =
                test.runHere(
                        first(v -> Weft.gather(List.of(promise, task, Weft.awaitable(stage)))));
        assertThat(results).containsExactly("promise", "task", "stage");
    }

    @Test
    void r21_theFirstFailureIsThrownAtOnceAndTheOthersGoOn() {
        Exception early = new Exception("early");
        Exception late = new Exception("late");
        Throwable thrown =
                test.runHere(
                        first(
                                        v ->
                                                Weft.gather(
                                                        List.of(
                                                                after(3, late),
                                                                after(1, early),
                                                                after(2, 2))))
                                .rescue(t -> t));
        assertThat(thrown).isSameAs(early);
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(1));
        test.runHere(first(v -> Weft.sleep(Duration.ofSeconds(5))));
        assertThat(order).contains("end 2", "end " + late);
        loop.close();
        assertThat(test.reported()).isEmpty();
    }

    @Test
    void r22_afterThatFailureNobodyIsCancelledByTheAwaiter() {
        Task<Object> slow = loop.createTask(after(3, "slow"));
        Task<Object> task =
                loop.createTask(
                        first(v -> Weft.gather(List.of(slow, after(1, new Exception()))))
                                .rescue(t -> Weft.sleep(Duration.ofDays(1))));
        loop.callLater(Duration.ofSeconds(2), task::cancel);
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        assertThat(loop.runUntilComplete(slow)).isEqualTo("slow");
    }

    @Test
    void r23_aChildCancelledFromOutsideFailsTheGatherAndTheOthersGoOn() {
        Task<Object> child = loop.createTask(after(9, "never"));
        Task<Object> other = loop.createTask(after(2, "other"));
        loop.callLater(Duration.ofSeconds(1), () -> child.cancel("outside"));
        Object seen =
                test.runHere(
                        first(v -> Weft.gather(List.of(child, other)))
                                .rescue(
                                        t -> {
                                            order.add(Task.current().cancelling());
                                            return t;
                                        }));
        assertThat(seen).isInstanceOf(CancellationException.class);
        assertThat(order).contains(0);
        assertThat(loop.runUntilComplete(other)).isEqualTo("other");
    }

    @Test
    void r24_outcomesKeepFailuresAndCancellationsInTheirPlaces() {
        Exception failure = new Exception("x");
        Task<Object> child = loop.createTask(after(9, "never"));
        loop.callLater(Duration.ofSeconds(1), () -> child.cancel());
        List<Outcome<Object>> outcomes =
                test.runHere(
                        first(
                                v ->
                                        Weft.gatherOutcomes(
                                                List.of(
                                                        after(1, "good"),
                                                        after(1, failure),
                                                        child))));
        assertThat(outcomes.get(0)).isEqualTo(new Success<>("good"));
        assertThat(outcomes.get(1)).isEqualTo(new Failure<>(failure));
        assertThat(((Failure<?>) outcomes.get(2)).exception())
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> outcomes.get(1).get()).isSameAs(failure);
        loop.close();
        assertThat(test.reported()).isEmpty();
    }

    @Test
    void r25_cancellingCancelsAllChildrenAndWaitsForTheirCleanUp() {
        Script<Object> stubborn =
                first(v -> Weft.sleep(Duration.ofDays(1)))
                        .rescue(t -> Weft.sleep(Duration.ofSeconds(5)))
                        .then(v -> order.add("suppressed"));
        Script<Object> obedient =
                first(v -> Weft.sleep(Duration.ofDays(1))).last(() -> order.add("obeyed"));
        Task<Object> task =
                loop.createTask(
                        first(v -> Weft.gatherOutcomes(List.of(stubborn, obedient)))
                                .rescue(
                                        t -> {
                                            order.add(t.getClass());
                                            throw t;
                                        }));
        loop.callLater(Duration.ofSeconds(1), () -> task.cancel("stop"));
        assertThatThrownBy(() -> loop.runUntilComplete(task)).hasMessage("stop");
        assertThat(order).containsExactly("obeyed", "suppressed", CancelledError.class);
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void r26_aTaskWhoseChildrenAreAllDoneGetsTheirResultsAndTheCancelLater() {
        Task<Object> task =
                loop.createTask(
                        first(v -> Weft.gather(List.of(after(1, "x"))))
                                .then(order::add)
                                .then(v -> Weft.yieldNow()));
        loop.callAt(
                Duration.ofSeconds(1),
                () ->
                        loop.callSoon(
                                () ->
                                        order.add(
                                                "waits "
                                                        + (task.waitingOn != null)
                                                        + ", cancelled "
                                                        + task.cancel())));
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        assertThat(order)
                .containsExactly("start x", "end x", "waits false, cancelled true", List.of("x"));
    }
}
