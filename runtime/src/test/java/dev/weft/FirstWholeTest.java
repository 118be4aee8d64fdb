package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.loop.VirtualClock;
import dev.weft.woven.Frame;
import dev.weft.woven.Woven;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FirstWholeTest {
    @SuppressWarnings("unchecked")
    private static <T> T run(Coroutine<?> main) {
        try (EventLoop loop = EventLoop.create(new VirtualClock())) {
            return (T) loop.runUntilComplete(main);
        }
    }

    @Test
    void sleepTakesTheTimeOfTheClock() {
        Duration time =
                run(
                        first(v -> Weft.sleep(Duration.ofHours(5), "woke"))
                                .then(v -> v + " at " + EventLoop.running().time())
                                .then(v -> EventLoop.running().time()));
        assertThat(time).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void tasksTakeTurnsAtYieldNow() {
        List<String> order = new ArrayList<>();
        run(
                first(
                        v -> {
                            Weft.createTask(spoken("a", order));
                            return Weft.createTask(spoken("b", order));
                        }));
        assertThat(order).containsExactly("a1", "b1", "a2", "b2");
    }

    private static Coroutine<Void> spoken(String name, List<String> order) {
        return Script.<Void>first(v -> order.add(name + 1))
                .then(v -> Weft.yieldNow())
                .then(v -> order.add(name + 2))
                .then(v -> null);
    }

    @Test
    void failureLeavesAsTheObjectThatItIs() {
        IOException failure = new IOException("disk");
        CompletableFuture<Void> stage = new CompletableFuture<>();
        assertThatThrownBy(
                        () ->
                                run(
                                        first(
                                                v -> {
                                                    EventLoop.running()
                                                            .callSoon(
                                                                    () ->
                                                                            stage
                                                                                    .completeExceptionally(
                                                                                            new CompletionException(
                                                                                                    failure)));
                                                    return stage;
                                                })))
                .isSameAs(failure);
        assertThatThrownBy(() -> run(first(v -> stage))).isSameAs(failure);
    }

    @Test
    void stageCompletedByAnotherThreadResumesTheTask() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Thread other = new Thread(() -> stage.complete("across"));
        String value =
                Weft.run(
                        Script.<String>first(
                                        v -> {
                                            other.start();
                                            return stage;
                                        })
                                .then(v -> v));
        assertThat(value).isEqualTo("across");
    }

    @Test
    void hotMethodRunsToItsFirstSuspensionAndGoesOnWhereTheStageCompletes() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        List<String> order = new ArrayList<>();
        Script<String> body =
                Script.<String>first(v -> order.add("started"))
                        .then(v -> stage)
                        .then(v -> v + " on " + Thread.currentThread().getName());
        CompletableFuture<String> future = Woven.hot(body);
        assertThat(order).containsExactly("started");
        assertThat(future).isNotDone();
        stage.complete("done");
        assertThat(future).isCompletedWithValue("done on " + Thread.currentThread().getName());
    }

    @Test
    void hotMethodOnNoLoopSleepsOnTheSharedOne() {
        CompletableFuture<String> future =
                Woven.hot(
                        Script.<String>first(v -> Weft.sleep(Duration.ofMillis(1), "slept"))
                                .then(v -> v));
        assertThat(future.join()).isEqualTo("slept");
    }

    @Test
    void hotMethodOnALoopStaysThere() {
        String name =
                run(
                        Script.<String>first(
                                v ->
                                        Woven.hot(
                                                Script.<String>first(
                                                                w -> Weft.sleep(Duration.ofDays(1)))
                                                        .then(w -> Task.current().name()))));
        assertThat(name).isEqualTo("Task-2");
    }

    @Test
    void r84_recursionIsLimitedByTheHeap() {
        assertThat(FirstWholeTest.<Long>run(new Depth(1_000_000, false))).isEqualTo(1_000_000L);
        assertThat(FirstWholeTest.<Long>run(new Depth(1_000_000, true))).isEqualTo(1_000_000L);
    }

    private static final class Depth extends Frame<Long> {
        private final long n;
        private final boolean suspends;

        Depth(long n, boolean suspends) {
            this.n = n;
            this.suspends = suspends;
        }

        @Override
        protected Object step(Object received) {
            Object value;
            if (state == 1) {
                value = outcome(received);
            } else if (n > 0) {
                value = new Depth(n - 1, suspends).awaitFrom(this);
            } else {
                value = suspends ? Weft.yieldNow().awaitFrom(this) : null;
            }
            if (value == SUSPENDED) {
                state = 1;
                return SUSPENDED;
            }
            return n == 0 ? 0L : 1 + (Long) value;
        }

        @Override
        protected String trace() {
            return "app.Depth\ndepth\nDepth.java\n7";
        }
    }

    @Test
    void unwovenAwaitThrowsAndNamesTheClass() {
        assertThatThrownBy(() -> Weft.await(Weft.done()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(FirstWholeTest.class.getName())
                .hasMessageContaining("weft-processor");
    }

    @Test
    void entryPointRunsALoop() {
        List<String> order = new ArrayList<>();
        Woven.run(Script.first(v -> order.add("ran")));
        assertThat(order).containsExactly("ran");
        assertThatThrownBy(
                        () ->
                                Woven.run(
                                        Script.first(
                                                v -> {
                                                    throw new IOException("main");
                                                })))
                .isExactlyInstanceOf(IOException.class);
    }

    @Test
    void cancelIsDeliveredAtTheSleepAndTheTaskIsCancelled() {
        boolean cancelled =
                run(
                        Script.<Boolean>first(
                                v -> {
                                    Task<Void> task =
                                            Weft.createTask(
                                                    Script.first(
                                                            w -> Weft.sleep(Duration.ofDays(1))));
                                    EventLoop.running().callLater(Duration.ofDays(0), task::cancel);
                                    return Script.<Boolean>first(w -> task)
                                            .rescue(t -> t.getClass().getSimpleName())
                                            .then(w -> task.cancelled());
                                }));
        assertThat(cancelled).isTrue();
    }
}
