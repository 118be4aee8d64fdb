package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventLoopsTest {
    private static Coroutine<Object> hang(CountDownLatch hanging) {
        return first(
                v -> {
                    hanging.countDown();
                    return Weft.sleep(Duration.ofDays(1));
                });
    }

    private static String thread() {
        return Thread.currentThread().getName();
    }

    @Test
    void eachLoopRunsInAThreadOfItsOwnAtTheSameTimeAsTheOthers() {
        try (EventLoops loops = EventLoops.perCore(3)) {
            CyclicBarrier allAtOnce = new CyclicBarrier(3);
            List<CompletableFuture<Object>> names = new ArrayList<>();
            for (int i = 0; i < loops.size(); i++) {
                names.add(
                        loops.submit(
                                i,
                                () ->
                                        first(
                                                v -> {
                                                    allAtOnce.await();
                                                    return thread();
                                                })));
            }
            assertThat(names.stream().map(CompletableFuture::join))
                    .containsExactly("weft-loop-1", "weft-loop-2", "weft-loop-3");
        }
    }

    @Test
    void whatMakesTheCoroutineIsCalledOnTheLoop() {
        try (EventLoops loops = EventLoops.perCore(1)) {
            String made =
                    loops.<String>submit(
                                    () -> {
                                        String name = thread();
                                        assertThat(EventLoop.running())
                                                .isSameAs(loops.loops().get(0));
                                        return first(v -> name);
                                    })
                            .join();
            assertThat(made).isEqualTo("weft-loop-1");
            Exception failure = new Exception();
            assertThatThrownBy(
                            () ->
                                    loops.submit(
                                                    () -> {
                                                        throw failure;
                                                    })
                                            .get())
                    .hasCause(failure);
        }
    }

    @Test
    void theLeastBusyLoopGetsTheWork() throws Exception {
        try (EventLoops loops = EventLoops.perCore(3)) {
            CountDownLatch hanging = new CountDownLatch(3);
            loops.submit(0, () -> hang(hanging));
            loops.submit(2, () -> hang(hanging));
            assertThat(loops.<Object>submit(() -> first(v -> thread())).get())
                    .isEqualTo("weft-loop-2");
            loops.submit(1, () -> hang(hanging));
            hanging.await();
            CompletableFuture<Object> fourth = loops.submit(() -> first(v -> new Promise<>()));
            CompletableFuture<Object> fifth = loops.submit(() -> first(v -> thread()));
            assertThat(fifth.get()).isNotEqualTo("weft-loop-1");
            fourth.cancel(true);
        }
    }

    @Test
    void closeCancelsWhatRunsAndWaitsForItsCleanUp() throws Exception {
        CountDownLatch hanging = new CountDownLatch(2);
        List<CompletableFuture<Object>> futures = new ArrayList<>();
        List<Object> cleaned = java.util.Collections.synchronizedList(new ArrayList<>());
        try (EventLoops loops = EventLoops.perCore(2)) {
            for (int i = 0; i < 2; i++) {
                futures.add(
                        loops.submit(
                                () ->
                                        first(v -> hang(hanging))
                                                .rescue(t -> Weft.sleep(Duration.ofMillis(10), t))
                                                .then(
                                                        t -> {
                                                            cleaned.add(thread());
                                                            throw (Throwable) t;
                                                        })));
            }
            hanging.await();
        }
        assertThat(cleaned).containsExactlyInAnyOrder("weft-loop-1", "weft-loop-2");
        for (CompletableFuture<Object> future : futures) {
            assertThat(future).isDone();
            assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void closedLoopsRefuseWorkAndAreClosedOnlyOnce() {
        EventLoops loops = EventLoops.perCore(2);
        loops.close();
        loops.close();
        assertThat(loops.loops()).allMatch(EventLoop::isClosed);
        assertThatThrownBy(() -> loops.submit(() -> Weft.done()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> loops.submit(2, () -> Weft.done()))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> EventLoops.perCore(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTaskThatStopsItsLoopStopsItForNobodyElse() throws Exception {
        try (EventLoops loops = EventLoops.perCore(1)) {
            loops.submit(
                            () ->
                                    first(
                                            v -> {
                                                EventLoop.running().stop();
                                                return Weft.yieldNow();
                                            }))
                    .get(30, TimeUnit.SECONDS);
            assertThat(loops.<Object>submit(() -> first(v -> "still runs")).get())
                    .isEqualTo("still runs");
        }
    }

    @Test
    void closingOnALoopsThreadIsRefusedAndCloseAsyncIsAwaitedThere() {
        EventLoops loops = EventLoops.perCore(2);
        CountDownLatch hanging = new CountDownLatch(1);
        CompletableFuture<Object> hangs = loops.submit(() -> hang(hanging));
        try (TestLoop test = new TestLoop()) {
            Object message =
                    test.runHere(
                            first(
                                            v -> {
                                                loops.close();
                                                return null;
                                            })
                                    .rescue(Throwable::getMessage));
            assertThat((String) message).contains("await closeAsync()");
            test.runHere(first(v -> loops.closeAsync()));
        }
        assertThat(hangs).isDone();
        assertThat(loops.loops()).allMatch(EventLoop::isClosed);
    }

    @Test
    void loopsCannotWaitForTheirOwnEnd() {
        try (EventLoops loops = EventLoops.perCore(1)) {
            Object message =
                    loops.<Object>submit(
                                    () ->
                                            first(v -> loops.closeAsync())
                                                    .rescue(Throwable::getMessage))
                            .join();
            assertThat((String) message).contains("one of the event loops that it closes");
        }
    }

    @Test
    void anInterruptWhileClosingIsKept() {
        EventLoops loops = EventLoops.perCore(1);
        Thread.currentThread().interrupt();
        loops.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(loops.loops()).allMatch(EventLoop::isClosed);
    }

    @Test
    void whatOneLoopSubmitsToAnotherCanBeAwaited() {
        try (EventLoops loops = EventLoops.perCore(2)) {
            Object sum =
                    loops.<Object>submit(
                                    0,
                                    () -> first(v -> loops.submit(1, () -> first(w -> thread()))))
                            .join();
            assertThat(sum).isEqualTo("weft-loop-2");
        }
    }
}
