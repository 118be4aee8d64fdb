package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.loop.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void toThreadGivesWhatTheWorkGivesOrFailsWith() {
        Exception failure = new Exception();
        Thread here = Thread.currentThread();
        Object elsewhere =
                test.runHere(first(v -> Weft.toThread(() -> Thread.currentThread() != here)));
        assertThat(elsewhere).isEqualTo(true);
        Object seen =
                test.runHere(
                        first(
                                        v ->
                                                Weft.toThread(
                                                        () -> {
                                                            throw failure;
                                                        }))
                                .rescue(t -> t));
        assertThat(seen).isSameAs(failure);
    }

    @Test
    void virtualTimeDoesNotJumpWhileAThreadWorks() {
        CountDownLatch started = new CountDownLatch(1);
        Object value =
                test.runHere(
                        first(
                                v ->
                                        Weft.waitFor(
                                                Weft.toThread(
                                                        () -> {
                                                            started.countDown();
                                                            Thread.sleep(20);
                                                            return "in time";
                                                        }),
                                                Duration.ofMillis(1))));
        assertThat(value).isEqualTo("in time");
        assertThat(loop.time()).isZero();
    }

    @Test
    void cancellingInterruptsTheThreadAndWaitsForItToEnd() {
        CountDownLatch started = new CountDownLatch(1);
        Task<Object> task =
                loop.createTask(
                        first(
                                        v ->
                                                Weft.toThread(
                                                        () -> {
                                                            started.countDown();
                                                            try {
                                                                return blockForEver();
                                                            } finally {
                                                                order.add("thread ended");
                                                            }
                                                        }))
                                .rescue(
                                        t -> {
                                            order.add(t.getClass());
                                            throw t;
                                        }));
        loop.createTask(
                first(
                        v -> {
                            Weft.createTask(
                                    first(w -> Weft.toThread(() -> awaited(started)))
                                            .then(w -> task.cancel()));
                            return null;
                        }));
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly("thread ended", CancelledError.class);
    }

    private static Object blockForEver() throws InterruptedException {
        new CountDownLatch(1).await();
        return null;
    }

    private static Object rescued(CountDownLatch started) {
        started.countDown();
        try {
            return blockForEver();
        } catch (InterruptedException e) {
            return "rescued";
        }
    }

    /** A clock on which an hour passes as soon as a thread has started. */
    private static Clock lateOnce(CountDownLatch started) {
        return new Clock() {
            @Override
            public long nanoTime() {
                return started.getCount() > 0 ? 0 : Duration.ofHours(1).toNanos();
            }

            @Override
            public boolean jumpTo(long nanoTime) {
                return false;
            }
        };
    }

    private static boolean awaited(CountDownLatch latch) throws InterruptedException {
        latch.await();
        return true;
    }

    @Test
    void aValueInSpiteOfTheInterruptIsGivenAndTheCancelComesNext() {
        CountDownLatch started = new CountDownLatch(1);
        Task<Object> task =
                loop.createTask(
                        first(
                                        v ->
                                                Weft.toThread(
                                                        () -> {
                                                            started.countDown();
                                                            try {
                                                                return blockForEver();
                                                            } catch (InterruptedException e) {
                                                                return "rescued";
                                                            }
                                                        }))
                                .then(order::add)
                                .then(v -> Weft.yieldNow())
                                .rescue(t -> order.add(t.getClass())));
        loop.createTask(first(v -> Weft.toThread(() -> awaited(started))).then(v -> task.cancel()));
        loop.runUntilComplete(task);
        assertThat(order).containsExactly("rescued", CancelledError.class);
    }

    @Test
    void anExpiredLimitWhoseThreadGaveAValueLeavesNoCancelBehind() {
        CountDownLatch started = new CountDownLatch(1);
        EventLoop real = EventLoop.create(lateOnce(started));
        Object seen =
                real.runUntilComplete(
                        first(v -> Weft.waitFor(Weft.toThread(() -> rescued(started)), SECOND))
                                .then(order::add)
                                .then(v -> Weft.yieldNow())
                                .then(v -> Task.current().cancelling()));
        real.close();
        assertThat(order).containsExactly("rescued");
        assertThat(seen).isEqualTo(0);
    }

    @Test
    void workThatNoThreadHasTakenIsDroppedByACancel() {
        ExecutorService one = Executors.newSingleThreadExecutor(Workers::daemon);
        loop.setDefaultExecutor(one);
        CountDownLatch free = new CountDownLatch(1);
        Task<Object> first = loop.createTask(first(v -> Weft.toThread(() -> awaited(free))));
        Task<Object> second =
                loop.createTask(first(v -> Weft.toThread(() -> order.add("never done"))));
        loop.createTask(
                first(v -> Weft.yieldNow())
                        .then(v -> Weft.yieldNow())
                        .then(v -> second.cancel())
                        .then(v -> second)
                        .rescue(t -> order.add("cancelled"))
                        .last(free::countDown));
        loop.runUntilComplete(first);
        assertThat(order).containsExactly("cancelled");
    }

    @Test
    void runInExecutorUsesTheGivenOneOrTheDefault() {
        ExecutorService named = Executors.newSingleThreadExecutor(work -> new Thread(work, "mine"));
        Object name =
                test.runHere(
                        first(
                                v ->
                                        loop.runInExecutor(
                                                named, () -> Thread.currentThread().getName())));
        assertThat(name).isEqualTo("mine");
        Object value = test.runHere(first(v -> loop.runInExecutor(null, () -> "default")));
        assertThat(value).isEqualTo("default");
        named.shutdown();
        assertThatThrownBy(() -> loop.runInExecutor(named, () -> 1))
                .isInstanceOf(java.util.concurrent.RejectedExecutionException.class);
    }

    @Test
    void shutdownOfTheDefaultExecutorWaitsForItsWork() {
        Object ended =
                test.runHere(
                        first(v -> loop.runInExecutor(null, () -> order.add("worked")).done())
                                .then(v -> loop.shutdownDefaultExecutor(Duration.ofSeconds(60))));
        assertThat(ended).isEqualTo(true);
        assertThat(order).containsExactly("worked");
        assertThatThrownBy(() -> loop.runInExecutor(null, () -> 1))
                .hasMessageContaining("shut down");
    }

    @Test
    void thePoolBeforeVirtualThreadsIsOfDaemons() throws Exception {
        ExecutorService pool = Workers.pool();
        assertThat(pool.submit(() -> Thread.currentThread().isDaemon()).get()).isTrue();
        pool.shutdown();
    }

    @Test
    void r82_onlyHandOversMayComeFromAnotherThread() throws Exception {
        Promise<Object> promise = new Promise<>(loop);
        List<Throwable> refused = new ArrayList<>();
        Thread other =
                new Thread(
                        () -> {
                            for (Runnable forbidden :
                                    List.<Runnable>of(
                                            () -> loop.callSoon(() -> {}),
                                            () -> loop.callLater(Duration.ZERO, () -> {}),
                                            () -> loop.createTask(Weft.done(1)),
                                            promise::result,
                                            () -> promise.addDoneCallback(p -> {}),
                                            loop::stop)) {
                                try {
                                    forbidden.run();
                                } catch (IllegalStateException e) {
                                    refused.add(e);
                                }
                            }
                            promise.complete("handed over");
                            promise.complete("too late");
                        },
                        "other");
        other.start();
        other.join();
        assertThat(refused)
                .hasSize(6)
                .allSatisfy(
                        e ->
                                assertThat(e)
                                        .hasMessageContaining("\"other\"")
                                        .hasMessageContaining(Thread.currentThread().getName())
                                        .hasMessageContaining("callSoonThreadsafe"));
        assertThat(test.<Object>runHere(first(v -> promise))).isEqualTo("handed over");
        assertThat(test.reported()).isEmpty();
    }

    @Test
    void inDebugModeALateCompletionIsReported() throws Exception {
        loop.setDebug(true);
        Promise<Object> promise = new Promise<>(loop);
        promise.complete(1);
        assertThatThrownBy(() -> promise.complete(2)).hasMessageContaining("done already");
        Thread other = new Thread(() -> promise.complete(2));
        other.start();
        other.join();
        test.settle();
        assertThat(test.reports).hasSize(1);
        assertThat(test.reports.get(0).message()).contains("too late");
    }

    @Test
    void submitRunsACoroutineFromAnyThread() throws Exception {
        Object[] results = new Object[2];
        Thread other =
                new Thread(
                        () -> {
                            CompletableFuture<Object> sum =
                                    loop.submit(
                                            first(v -> Weft.sleep(Duration.ofDays(1)))
                                                    .then(v -> "ran"));
                            results[0] = sum.join();
                            CompletableFuture<Object> endless =
                                    loop.submit(first(v -> new Promise<Object>()));
                            endless.cancel(true);
                            results[1] = endless.handle((v, t) -> t).join();
                            loop.stopThreadsafe();
                        });
        other.start();
        loop.runForever();
        other.join();
        assertThat(results[0]).isEqualTo("ran");
        assertThat(results[1]).isInstanceOf(CancellationException.class);
    }

    @Test
    void aStormOfSubmitsAndCompletionsLosesNothing() throws Exception {
        int threads = 4;
        int each = 5_000;
        long[] sum = {0};
        List<Thread> storm = new ArrayList<>();
        CountDownLatch ended = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            storm.add(
                    new Thread(
                            () -> {
                                for (int i = 1; i <= each; i++) {
                                    int value = i;
                                    Promise<Integer> promise = new Promise<>(loop);
                                    loop.submit(
                                            first(v -> promise)
                                                    .then(v -> sum[0] += (Integer) v)
                                                    .then(v -> null));
                                    promise.complete(value);
                                }
                                loop.callSoonThreadsafe(ended::countDown);
                                loop.callSoonThreadsafe(
                                        () -> {
                                            if (ended.getCount() == 0) {
                                                loop.callLater(Duration.ofSeconds(1), loop::stop);
                                            }
                                        });
                            }));
        }
        storm.forEach(Thread::start);
        loop.runForever();
        for (Thread thread : storm) {
            thread.join();
        }
        assertThat(sum[0]).isEqualTo((long) threads * each * (each + 1) / 2);
    }

    @Test
    void stagesCompletedByManyThreadsWhileTasksAreCancelledEndEachTask() throws Exception {
        int count = 2_000;
        List<CompletableFuture<Object>> stages = new ArrayList<>();
        List<Task<Object>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CompletableFuture<Object> stage = new CompletableFuture<>();
            stages.add(stage);
            tasks.add(
                    loop.createTask(
                            first(v -> stage)
                                    .then(v -> order.add(v))
                                    .then(v -> Weft.yieldNow())
                                    .then(v -> "undisturbed")));
        }
        Thread completer = new Thread(() -> stages.forEach(stage -> stage.complete("value")));
        loop.createTask(
                first(v -> Weft.yieldNow())
                        .then(
                                v -> {
                                    completer.start();
                                    tasks.forEach(Task::cancel);
                                    return Weft.gatherOutcomes(tasks);
                                })
                        .then(
                                v -> {
                                    loop.stop();
                                    return null;
                                }));
        loop.runForever();
        completer.join();
        long values = stages.stream().filter(stage -> !stage.isCancelled()).count();
        assertThat(order).hasSize((int) values);
        assertThat(tasks).allMatch(Task::cancelled);
    }
}
