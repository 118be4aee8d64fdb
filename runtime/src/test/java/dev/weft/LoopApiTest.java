package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.loop.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * asyncio's functions around the loop, one by one; what is not here has a test class of its own.
 */
@Timeout(60)
class LoopApiTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    private Runnable say(Object word) {
        return () -> order.add(word);
    }

    /** A clock that a callback can move on. */
    private static final class Steps implements Clock {
        long now;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public boolean jumpTo(long nanoTime) {
            now = Math.max(now, nanoTime);
            return true;
        }

        @Override
        public boolean standsStill() {
            return true;
        }
    }

    @Test
    @DisplayName("run: the result comes after tasks, generators, executor and loop are closed")
    void runTearsDownInOrder() {
        EventLoop[] used = new EventLoop[1];
        try (Runner runner = new Runner(() -> used[0] = EventLoop.create())) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch free = new CountDownLatch(1);
            AsyncGenerator<Object> open =
                    Emitter.emitter("open")
                            .emit("element")
                            .last(
                                    v -> {
                                        order.add("generator");
                                        free.countDown();
                                        return null;
                                    });
            Script<Object> main =
                    Script.script("main")
                            .then(
                                    v -> {
                                        Weft.createTask(hanging());
                                        EventLoop.running()
                                                .runInExecutor(null, () -> blocked(begun, free));
                                        return open.next();
                                    })
                            .then(v -> Weft.toThread(() -> awaited(begun)))
                            .then(v -> "result");
            assertThat(runner.<Object>run(main)).isEqualTo("result");
            assertThat(order).isEmpty();
        }
        assertThat(order).containsExactly("task", "generator", "executor");
        assertThat(used[0].isClosed()).isTrue();
    }

    private Coroutine<Object> hanging() {
        return Script.first(v -> Weft.sleep(Duration.ofDays(1))).last(say("task"));
    }

    private static boolean awaited(CountDownLatch latch) throws InterruptedException {
        latch.await();
        return true;
    }

    private boolean blocked(CountDownLatch begun, CountDownLatch free) throws InterruptedException {
        begun.countDown();
        free.await();
        return order.add("executor");
    }

    @Test
    @DisplayName("Runner: makes its loop when it needs one, and closes once")
    void runnerIsLazyAndClosesOnce() {
        int[] made = {0};
        Runner runner =
                new Runner(
                        () -> {
                            made[0]++;
                            return EventLoop.create();
                        });
        assertThat(made[0]).isZero();
        runner.run(Weft.done(1));
        runner.run(Weft.done(2));
        assertThat(made[0]).isEqualTo(1);
        runner.close();
        runner.close();
        assertThatThrownBy(() -> runner.run(Weft.done(3))).hasMessageContaining("closed");
        Runner unused = new Runner(() -> null);
        unused.close();
        assertThatThrownBy(unused::loop).hasMessageContaining("closed");
    }

    @Test
    @DisplayName("get_running_loop: the loop of this thread, or an error")
    void runningIsTheLoopOfThisThread() {
        assertThatThrownBy(EventLoop::running)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no event loop runs");
        Object running = test.runHere(first(v -> List.of(EventLoop.running())));
        assertThat(running).isEqualTo(List.of(loop));
        assertThat(loop.isRunning()).isFalse();
        loop.callSoon(() -> order.add(loop.isRunning()));
        test.settle();
        assertThat(order).containsExactly(true);
    }

    @Test
    @DisplayName("current_task: none in a plain callback; all_tasks: those that are not done")
    void currentTaskAndAllTasks() {
        Task<Object> waits = loop.createTask(first(v -> new Promise<>()));
        loop.callSoon(() -> order.add(Task.current() == null));
        Set<Task<?>> all =
                test.runHere(
                        first(
                                v -> {
                                    order.add(Task.current().name());
                                    return Task.all();
                                }));
        assertThat(order).containsExactly(true, "Task-2");
        assertThat(all).hasSize(2).contains(waits);
        assertThatThrownBy(Task::all).hasMessageContaining("no event loop runs");
        waits.cancel();
        test.settle();
        assertThat(loop.allTasks()).isEmpty();
    }

    @Test
    @DisplayName("sleep: zero or less is one turn; a cancelled one is over at once")
    void sleepOfNothingIsOneTurn() {
        for (Duration none : List.of(Duration.ZERO, Duration.ofSeconds(-5))) {
            order.clear();
            loop.createTask(first(v -> Weft.sleep(none)).then(v -> order.add("slept")));
            loop.callSoon(() -> loop.callSoon(say("turn")));
            test.settle();
            assertThat(order).containsExactly("slept", "turn");
        }
        Task<Void> sleeps = loop.createTask(Weft.sleep(Duration.ofDays(1)));
        loop.callLater(Duration.ofSeconds(1), () -> sleeps.cancel());
        assertThatThrownBy(() -> loop.runUntilComplete(sleeps))
                .isInstanceOf(java.util.concurrent.CancellationException.class);
        assertThat(loop.time()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    @DisplayName("Future: one end, and no result before it")
    void aPromiseEndsOnce() {
        Promise<Object> promise = new Promise<>(loop);
        assertThatThrownBy(promise::result).hasMessageContaining("not done");
        assertThatThrownBy(promise::exception).hasMessageContaining("not done");
        promise.complete(1);
        assertThatThrownBy(() -> promise.complete(2)).hasMessageContaining("done already");
        assertThatThrownBy(() -> promise.fail(new Exception()))
                .hasMessageContaining("done already");
        assertThat(promise.cancel()).isFalse();
        assertThat(promise.result()).isEqualTo(1);
        assertThat(promise.exception()).isNull();
        assertThat(promise.loop()).isSameAs(loop);
        Promise<Object> cancelled = new Promise<>(loop);
        assertThat(cancelled.cancel("why")).isTrue();
        assertThatThrownBy(cancelled::result)
                .isInstanceOf(java.util.concurrent.CancellationException.class)
                .hasMessage("why");
    }

    @Test
    @DisplayName("stop: ends the iteration under way; what it made ready runs in the next run")
    void stopEndsTheIterationUnderWay() {
        loop.callSoon(
                () -> {
                    loop.stop();
                    loop.callSoon(say("next run"));
                });
        loop.callSoon(say("same iteration"));
        loop.runForever();
        assertThat(order).containsExactly("same iteration");
        loop.stop();
        loop.runForever();
        assertThat(order).containsExactly("same iteration", "next run");
    }

    @Test
    @DisplayName("call_later, call_at, TimerHandle.when: by the loop's clock")
    void timersGoByTheLoopsClock() {
        TimerHandle later = loop.callLater(Duration.ofSeconds(2), say("later"));
        TimerHandle at = loop.callAt(Duration.ofSeconds(1), say("at"));
        TimerHandle never = loop.callAt(Duration.ofSeconds(1), say("never"));
        assertThat(later.when()).isEqualTo(Duration.ofSeconds(2));
        assertThat(at.when()).isEqualTo(Duration.ofSeconds(1));
        never.cancel();
        assertThat(never.cancelled()).isTrue();
        assertThat(at.cancelled()).isFalse();
        loop.callLater(Duration.ofSeconds(3), loop::stop);
        loop.runForever();
        assertThat(order).containsExactly("at", "later");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    @DisplayName("call_soon_threadsafe: any thread may cancel its handle")
    void aHandleOfAnotherThreadIsCancelledThere() throws Exception {
        Thread other =
                new Thread(
                        () -> {
                            Handle handle = loop.callSoonThreadsafe(say("never"));
                            loop.callSoonThreadsafe(say("ran"));
                            handle.cancel();
                            order.add(handle.cancelled());
                        });
        other.start();
        other.join();
        test.settle();
        assertThat(order).containsExactly(true, "ran");
    }

    @Test
    @DisplayName("run_in_executor: who awaits a cancelled call goes on, and the thread too")
    void aCancelledExecutorCallGoesOn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        ExecutorService executor = Executors.newSingleThreadExecutor(Workers::daemon);
        Task<Object> task =
                loop.createTask(
                        first(v -> loop.runInExecutor(executor, () -> blocked(begun, free))));
        loop.createTask(
                Script.<Object>script("canceller")
                        .then(v -> Weft.toThread(() -> awaited(begun)))
                        .then(v -> task.cancel()));
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(java.util.concurrent.CancellationException.class);
        assertThat(order).isEmpty();
        free.countDown();
        executor.shutdown();
        assertThat(executor.awaitTermination(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly("executor");
    }

    @Test
    @DisplayName("set_task_factory: sees each task as it is made, and says when it starts")
    void aTaskFactorySeesEachTask() throws Exception {
        List<String> made = new ArrayList<>();
        TaskFactory factory =
                task -> {
                    made.add(task.name());
                    task.addDoneCallback(done -> made.add(done.name() + " done"));
                    return task.name().equals("quick") ? TaskStart.EAGER : TaskStart.LAZY;
                };
        loop.setTaskFactory(factory);
        assertThat(loop.taskFactory()).isSameAs(factory);
        Thread other = new Thread(() -> loop.submit(first(v -> order.add("submitted"))));
        other.start();
        other.join();
        test.runHere(
                Script.script("main")
                        .then(
                                v -> {
                                    loop.createTask(first(w -> order.add("slow")), "slow");
                                    loop.createTask(first(w -> order.add("quick")), "quick");
                                    order.add("made");
                                    return Weft.yieldNow();
                                })
                        .then(v -> Weft.yieldNow()));
        assertThat(order).containsSubsequence("quick", "made", "slow").contains("submitted");
        assertThat(made).hasSize(8).contains("slow", "quick", "slow done", "quick done");
    }

    @Test
    @DisplayName("set_task_factory: one that fails is reported, and the task starts all the same")
    void aTaskFactoryThatFailsLosesNoTask() {
        IllegalStateException failure = new IllegalStateException("factory");
        loop.setTaskFactory(
                task -> {
                    throw failure;
                });
        Task<Integer> task = loop.createTask(first(v -> 1));
        loop.setTaskFactory(made -> null);
        assertThat(loop.<Object>runUntilComplete(loop.createTask(first(v -> task)))).isEqualTo(1);
        assertThat(test.reported().get(0)).isSameAs(failure);
        assertThat(test.reported().get(1)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> loop.createTask(first(v -> 1), (TaskStart) null))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    @DisplayName("set_exception_handler: is told what failed, of which task or callback")
    void theExceptionHandlerIsToldTheContext() {
        RuntimeException failure = new RuntimeException("callback");
        Runnable fails =
                () -> {
                    throw failure;
                };
        loop.callSoon(fails);
        test.settle();
        ExceptionContext callback = test.reports.get(0);
        assertThat(callback.exception()).isSameAs(failure);
        assertThat(callback.callback()).isNotNull();
        assertThat(callback.message()).contains("Exception in callback").contains("LoopApiTest");
        assertThat(callback.task()).isNull();
        ExceptionContext own = new ExceptionContext("by hand", null, null, null);
        loop.callExceptionHandler(own);
        assertThat(test.reports).last().isSameAs(own);
        assertThat(loop.exceptionHandler()).isNotNull();
    }

    @Test
    @DisplayName("default_exception_handler: logs, also what the handler itself throws")
    void theDefaultHandlerLogs() {
        RuntimeException failure = new RuntimeException("first");
        RuntimeException again = new RuntimeException("handler");
        try (Logged logged = new Logged()) {
            loop.setExceptionHandler(null);
            loop.callExceptionHandler(new ExceptionContext("plain", failure, null, null));
            loop.setExceptionHandler(
                    (where, context) -> {
                        throw again;
                    });
            loop.callExceptionHandler(new ExceptionContext("told", failure, null, null));
            loop.defaultExceptionHandler(new ExceptionContext("default", null, null, null));
            assertThat(logged.lines)
                    .containsExactly(
                            "error: plain",
                            "error: Exception in the exception handler, told: told",
                            "error: default");
            assertThat(logged.failures).containsExactly(failure, again, null);
            assertThat(again.getSuppressed()).containsExactly(failure);
        }
    }

    @Test
    @DisplayName("set_debug, slow_callback_duration: by the loop's clock, while it runs")
    void slowCallbacksAreReportedByTheLoopsClock() {
        Steps clock = new Steps();
        try (EventLoop slow = EventLoop.create(clock);
                Logged logged = new Logged()) {
            slow.setDebug(false);
            assertThat(slow.slowCallbackDuration()).isEqualTo(Duration.ofMillis(100));
            Runnable takes100 = () -> clock.now += Duration.ofMillis(100).toNanos();
            Runnable takes99 = () -> clock.now += Duration.ofMillis(99).toNanos();
            slow.callSoon(takes100);
            slow.callSoon(
                    () -> {
                        slow.setDebug(true);
                        order.add(slow.debug());
                        slow.callSoon(takes99);
                        slow.callSoon(takes100);
                        slow.callSoon(() -> slow.setSlowCallbackDuration(Duration.ofMillis(99)));
                        slow.callSoon(takes99);
                        slow.callSoon(() -> slow.setDebug(false));
                        slow.callSoon(takes100);
                        slow.callSoon(slow::stop);
                    });
            slow.runForever();
            assertThat(logged.lines)
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).startsWith("warning: Running callback"));
            assertThat(logged.lines.get(0)).endsWith("took 100 ms");
            assertThat(logged.lines.get(1)).endsWith("took 99 ms");
            assertThat(order).containsExactly(true);
        }
    }

    @Test
    @DisplayName("set_debug: reports name the task that was slow, and where a failed one was made")
    void debugModeNamesTasks() {
        Steps clock = new Steps();
        try (EventLoop slow = EventLoop.create(clock);
                Logged logged = new Logged()) {
            slow.setDebug(true);
            slow.createTask(
                    first(
                            v -> {
                                clock.now += Duration.ofSeconds(1).toNanos();
                                throw new IllegalStateException("nobody looks");
                            }),
                    "dawdler");
            slow.callLater(Duration.ofSeconds(2), slow::stop);
            slow.runForever();
            slow.close();
            assertThat(logged.lines.get(0))
                    .isEqualTo("warning: Running task dawdler took 1,000 ms");
            assertThat(logged.lines.get(1))
                    .contains("dawdler was never looked at")
                    .contains("the task was made")
                    .contains("LoopApiTest.debugModeNamesTasks");
        }
    }
}
