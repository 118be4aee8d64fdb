package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    @AfterEach
    void close() {
        free.countDown();
        loop.close();
    }

    private static boolean awaited(CountDownLatch latch) throws InterruptedException {
        latch.await();
        return true;
    }

    /** Goes on after an interrupt, until it is told to end. */
    private Object stubborn() throws Exception {
        started.countDown();
        while (true) {
            try {
                free.await();
                return "ended at last";
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        }
    }

    private Coroutine<Object> abandonable() {
        return first(v -> Weft.toThreadAbandonable(this::stubborn));
    }

    /** Cancels a task when its thread has started. */
    private void cancelWhenStarted(Task<?> task) {
        loop.createTask(first(v -> Weft.toThread(() -> awaited(started))).then(v -> task.cancel()));
    }

    @Test
    void anAbandonedThreadIsInterruptedAndNotWaitedFor() throws Exception {
        Task<Object> task = loop.createTask(abandonable());
        cancelWhenStarted(task);
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        assertThat(awaited(interrupted)).isTrue();
        assertThat(free.getCount()).isEqualTo(1);
    }

    @Test
    void virtualTimeGoesOnWhenAThreadIsAbandoned() {
        Task<Object> task = loop.createTask(abandonable());
        cancelWhenStarted(task);
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        test.runHere(first(v -> Weft.sleep(Duration.ofDays(1))));
        assertThat(loop.time()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void theLoopEndsWithoutTheThreadsThatWereAbandoned() {
        try (Runner runner = new Runner()) {
            Script<Object> main =
                    Script.script("main")
                            .then(v -> List.of(Weft.createTask(abandonable())))
                            .then(v -> Weft.toThread(() -> awaited(started)));
            assertThat(runner.<Object>run(main)).isEqualTo(true);
        }
        assertThat(free.getCount()).isEqualTo(1);
    }

    @Test
    void whatIsNotAbandonedGivesItsResultOrFailure() {
        Exception failure = new Exception();
        assertThat(test.<Object>runHere(first(v -> Weft.toThreadAbandonable(() -> 5))))
                .isEqualTo(5);
        Object seen =
                test.runHere(
                        first(
                                        v ->
                                                Weft.toThreadAbandonable(
                                                        () -> {
                                                            throw failure;
                                                        }))
                                .rescue(t -> t));
        assertThat(seen).isSameAs(failure);
    }

    @Test
    void theFailureOfAnAbandonedThreadIsReported() {
        IllegalStateException failure = new IllegalStateException();
        Task<Object> task =
                loop.createTask(
                        first(
                                v ->
                                        Weft.toThreadAbandonable(
                                                () -> {
                                                    stubborn();
                                                    throw failure;
                                                })));
        cancelWhenStarted(task);
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        loop.setExceptionHandler(
                (where, context) -> {
                    test.reports.add(context);
                    loop.stop();
                });
        free.countDown();
        loop.runForever();
        assertThat(test.reported()).containsExactly(failure);
        assertThat(test.reports.get(0).message()).contains("abandoned");
    }

    @Test
    void anInterruptedThreadThatWasAbandonedIsNoFailure() {
        Task<Object> task =
                loop.createTask(
                        first(
                                v ->
                                        Weft.toThreadAbandonable(
                                                () -> {
                                                    started.countDown();
                                                    try {
                                                        return awaited(free);
                                                    } finally {
                                                        interrupted.countDown();
                                                    }
                                                })));
        cancelWhenStarted(task);
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        test.runHere(first(v -> Weft.toThread(() -> awaited(interrupted))));
        test.settle();
        assertThat(test.reports).isEmpty();
    }

    @Test
    void toCpuUsesAsManyPlatformThreadsAsThereAreProcessors() {
        int processors = Runtime.getRuntime().availableProcessors();
        CyclicBarrier allAtOnce = new CyclicBarrier(processors);
        Set<String> threads = ConcurrentHashMap.newKeySet();
        List<Coroutine<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 10 * processors; i++) {
            calls.add(
                    Weft.toCpu(
                            () -> {
                                allAtOnce.await();
                                return threads.add(Thread.currentThread().getName());
                            }));
        }
        test.runHere(first(v -> Weft.gather(calls)));
        assertThat(threads)
                .hasSize(processors)
                .allSatisfy(name -> assertThat(name).startsWith("weft-cpu-"));
    }

    @Test
    void cancellingAComputationInterruptsItAndWaitsForItToEnd() {
        Task<Object> task =
                loop.createTask(
                        first(
                                v ->
                                        Weft.toCpu(
                                                () -> {
                                                    started.countDown();
                                                    long rounds = 0;
                                                    while (!Thread.interrupted()) {
                                                        rounds++;
                                                    }
                                                    order.add("ended");
                                                    throw new InterruptedException("" + rounds);
                                                })));
        cancelWhenStarted(task);
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly("ended");
    }

    @Test
    void anExecutorThatRefusesFailsTheAwaitAndHoldsNoTime() {
        loop.runUntilComplete(loop.shutdownDefaultExecutor(Duration.ZERO));
        String refused =
                test.runHere(first(v -> Weft.toThread(() -> 1)).rescue(Throwable::getMessage));
        assertThat(refused).contains("shut down");
        test.runHere(first(v -> Weft.sleep(Duration.ofSeconds(5))));
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void theShutdownOfTheDefaultExecutorEndsAtItsDeadline() {
        Task<Object> hanging = loop.createTask(first(v -> Weft.toThread(this::stubborn)));
        Object ended =
                test.runHere(
                        first(v -> Weft.toThread(() -> awaited(started)))
                                .then(v -> loop.shutdownDefaultExecutor(Duration.ofMillis(20))));
        assertThat(ended).isEqualTo(false);
        free.countDown();
        assertThat(loop.<Object>runUntilComplete(hanging)).isEqualTo("ended at last");
    }
}
