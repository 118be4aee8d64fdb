package dev.weft;

import static dev.weft.Each.BREAK;
import static dev.weft.Each.each;
import static dev.weft.Emitter.counting;
import static dev.weft.Emitter.emitter;
import static dev.weft.Emitter.emitting;
import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConcurrentOperatorsTest {
    private final List<Object> log = new ArrayList<>();

    private static long now() {
        return EventLoop.running().time().toSeconds();
    }

    private static <T> Coroutine<T> after(long seconds, T value) {
        return Weft.sleep(Duration.ofSeconds(seconds), value);
    }

    /** Elements that come at these seconds. */
    private Emitter<Integer> at(int... seconds) {
        Emitter<Integer> emitter = emitter("at");
        int before = 0;
        for (int second : seconds) {
            int wait = second - before;
            emitter.then(v -> after(wait, null)).emit(second);
            before = second;
        }
        return emitter.last(v -> log.add("closed"));
    }

    @Test
    void mergeGivesElementsAsTheyCome() {
        assertThat(TestLoop.<List<Integer>>run(at(1, 4, 5).merge(at(2, 3, 6)).toList()))
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(
                        TestLoop.<List<Integer>>run(
                                AsyncIterable.merge(List.<AsyncIterable<Integer>>of()).toList()))
                .isEmpty();
    }

    @Test
    void mergeHasOneElementOfEachSourceReadyAtMost() {
        int[] given = {0};
        TestLoop.run(
                each(
                        counting().map(x -> given[0]++).merge(AsyncIterable.of()),
                        x -> {
                            log.add(given[0]);
                            return x == 3 ? BREAK : after(1, null);
                        }));
        assertThat(log).containsExactly(1, 2, 3, 4);
    }

    @Test
    void bufferRunsAheadByItsCapacityAndNoFurther() {
        int[] given = {0};
        TestLoop.run(
                each(
                        counting().map(x -> given[0]++).buffer(3),
                        x -> {
                            log.add(given[0]);
                            return x == 3 ? BREAK : after(1, null);
                        }));
        assertThat(log).containsExactly(3, 4, 5, 6);
    }

    @Test
    void bufferLetsProducerAndConsumerWorkAtTheSameTime() {
        TestLoop.run(
                first(v -> each(at(1, 2, 3).buffer(1), x -> after(1, null)))
                        .then(v -> log.add(now())));
        assertThat(log).containsExactly("closed", 4L);
    }

    @Test
    void aFailureInABufferedSourceComesBehindTheElementsBeforeIt() {
        IOException failure = new IOException("source");
        Emitter<Integer> source =
                emitting(1, 2)
                        .then(
                                v -> {
                                    throw failure;
                                });
        TestLoop.run(
                first(v -> each(source.buffer(5), x -> after(1, log.add(x)))).rescue(log::add));
        assertThat(log).containsExactly(1, 2, failure);
    }

    @Test
    void mapConcurrentKeepsTheOrderAndTheLimit() {
        AsyncIterable<Integer> numbers =
                AsyncIterable.of(5, 1, 3, 1, 1, 1).mapConcurrent(3, this::counted);
        Object list = TestLoop.run(first(v -> numbers.toList()).then(v -> v + " at " + now()));
        assertThat(list).isEqualTo("[5, 1, 3, 1, 1, 1] at 6");
        assertThat(most).isEqualTo(3);
    }

    private int running;
    private int most;

    private Coroutine<Integer> counted(int x) {
        running++;
        most = Math.max(most, running);
        return Script.<Integer>script("counted").then(v -> after(x, x)).last(() -> running--);
    }

    @Test
    void mapConcurrentUnorderedGivesWhatIsReady() {
        Object list =
                TestLoop.run(
                        first(
                                        v ->
                                                AsyncIterable.of(5, 1, 3, 1)
                                                        .mapConcurrentUnordered(3, x -> after(x, x))
                                                        .toList())
                                .then(v -> v + " at " + now()));
        assertThat(list).isEqualTo("[1, 1, 3, 5] at 5");
    }

    @Test
    void mapConcurrentWithALimitOfOneIsMapAsync() {
        assertThat(
                        TestLoop.<List<Integer>>run(
                                AsyncIterable.of(3, 2, 1)
                                        .mapConcurrentUnordered(1, x -> after(x, x))
                                        .toList()))
                .containsExactly(3, 2, 1);
    }

    @Test
    void aFailureOfMapConcurrentComesInItsTurnStopsTheSourceAndCancelsTheRest() {
        TestLoop.run(
                first(v -> each(at(0, 0, 0, 100).mapConcurrent(3, this::secondFails), log::add))
                        .rescue(t -> log.add(t.getMessage()))
                        .then(v -> log.add(now())));
        assertThat(log).containsExactly("closed", "first", "third cancelled", "second", 3L);
    }

    private int calls;

    private Coroutine<Object> secondFails(int x) {
        return switch (calls++) {
            case 0 -> after(3, "first");
            case 1 ->
                    first(v -> after(1, null))
                            .then(
                                    v -> {
                                        throw new IOException("second");
                                    });
            default -> first(v -> after(90, null)).last(() -> log.add("third cancelled"));
        };
    }

    @Test
    void leavingEarlyCancelsTheCallsAndWaitsForThem() {
        Emitter<Integer> source = emitting(1, 2, 3, 4).last(v -> log.add("closed"));
        AsyncIterable<Object> results = source.mapConcurrent(3, this::slowToCancel);
        TestLoop.run(first(v -> each(results, x -> BREAK)).then(v -> log.add("left at " + now())));
        assertThat(log).contains(2, 3, "closed").endsWith("left at 6");
    }

    private Coroutine<Object> slowToCancel(int x) {
        return first(v -> after(x, x)).rescue(t -> log.add(x) ? after(5, null) : null);
    }

    @Test
    void whatFailsInACallsCleanupWhileLeavingIsThrownByTheClose() {
        IOException failure = new IOException("cleanup");
        AsyncIterable<Object> results =
                AsyncIterable.of(1, 100)
                        .mapConcurrent(
                                2,
                                x ->
                                        first(v -> after(x, x))
                                                .rescue(
                                                        t -> {
                                                            throw failure;
                                                        }));
        Object thrown = TestLoop.run(first(v -> each(results, x -> BREAK)).rescue(t -> t));
        assertThat(thrown).isSameAs(failure);
    }

    @Test
    void aPumpedGeneratorThatWaitsForRoomIsClosedAndNotCancelled() {
        Emitter<Integer> source =
                emitting(1, 2)
                        .rescue(
                                t -> {
                                    log.add(t.getClass());
                                    throw t;
                                })
                        .last(v -> after(1, null))
                        .last(v -> log.add("closed at " + now()));
        TestLoop.run(
                first(v -> each(source.buffer(1), x -> x == 1 ? after(1, null) : BREAK))
                        .then(v -> null));
        assertThat(log).containsExactly(GeneratorExit.class, "closed at 2");
    }

    @Test
    void whatFailsInTheSourcesCloseAfterAFailedCallIsSuppressedByThat() {
        IOException failure = new IOException("call");
        IOException close = new IOException("close");
        Emitter<Integer> source =
                emitting(1, 2)
                        .last(
                                v -> {
                                    throw close;
                                });
        Object thrown =
                TestLoop.run(
                        first(v -> source.mapConcurrent(1, x -> Weft.failed(failure)).toList())
                                .rescue(t -> t));
        assertThat(thrown).isSameAs(failure);
        assertThat(failure.getSuppressed()).containsExactly(close);
    }

    @Test
    void anIteratorThatNeverBeganClosesItsSourcesOnly() {
        Emitter<Integer> a = emitting(1);
        Emitter<Integer> b = emitting(2);
        AsyncIterator<Integer> iterator = a.merge(b).buffer(2).iterator();
        TestLoop.run(first(v -> iterator.closeAsync()));
        assertThat(a.released).isTrue();
        assertThat(b.released).isTrue();
    }

    @Test
    void aHotMethodOnNoLoopHasThemRunOnAnotherLoop() throws Exception {
        CompletableFuture<Object> future =
                Coroutine.startHot(
                        first(
                                v ->
                                        AsyncIterable.range(0, 5)
                                                .mapConcurrent(2, x -> Weft.done(x * 2))
                                                .map(x -> x + 1)
                                                .take(3)
                                                .toList()));
        assertThat(future.get()).isEqualTo(List.of(1, 3, 5));
    }

    @Test
    void asCompletedGivesTasksInTheOrderOfTheirEnd() {
        TestLoop.run(
                first(
                        v -> {
                            Task<Integer> two = Weft.createTask(after(2, 2));
                            Promise<Integer> promise = new Promise<>();
                            EventLoop.running()
                                    .callLater(Duration.ofMillis(1500), () -> promise.complete(9));
                            return each(
                                    Weft.asCompleted(
                                            List.of(after(3, 3), two, after(1, 1), promise, two)),
                                    task -> {
                                        log.add(task.result() + " at " + now());
                                        return log.add(task == two);
                                    });
                        }));
        assertThat(log)
                .containsExactly("1 at 1", false, "9 at 1", false, "2 at 2", true, "3 at 3", false);
    }

    @Test
    void asCompletedLeavesTheRestAloneAndCanBeIteratedFurther() {
        TestLoop.run(
                first(
                        v -> {
                            AsyncIterable<Task<Integer>> ended =
                                    Weft.asCompleted(List.of(after(3, 3), after(1, 1)));
                            return first(w -> each(ended, t -> log.add(t.result()) ? BREAK : null))
                                    .then(w -> log.add(now()))
                                    .then(w -> each(ended, t -> log.add(t.result())))
                                    .then(w -> each(ended, log::add));
                        }));
        assertThat(log).containsExactly(1, 1L, 3);
    }

    @Test
    void asCompletedGivesFailedTasksTooAndACancelLeavesItUsable() {
        IOException failure = new IOException("task");
        try (TestLoop test = new TestLoop()) {
            AsyncIterable<Task<Object>> ended =
                    Weft.asCompleted(
                            List.of(
                                    first(v -> after(5, null))
                                            .then(
                                                    v -> {
                                                        throw failure;
                                                    })));
            Task<?> task = test.loop.createTask(each(ended, log::add));
            test.loop.callLater(Duration.ofSeconds(1), task::cancel);
            test.runHere(
                    first(v -> task)
                            .rescue(t -> log.add(task.cancelled()))
                            .then(v -> each(ended, t -> log.add(t.exception()))));
        }
        assertThat(log).containsExactly(true, failure);
    }
}
