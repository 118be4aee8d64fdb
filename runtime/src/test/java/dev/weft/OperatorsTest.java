package dev.weft;

import static dev.weft.Each.BREAK;
import static dev.weft.Each.each;
import static dev.weft.Emitter.counting;
import static dev.weft.Emitter.emitting;
import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OperatorsTest {
    private static final IOException FAILURE = new IOException("function");

    private final List<Object> log = new ArrayList<>();

    private static <T> List<T> list(AsyncIterable<T> source) {
        return TestLoop.run(source.toList());
    }

    /** Gives a value after a second. */
    private static <T> Coroutine<T> later(T value) {
        return Weft.sleep(Duration.ofSeconds(1), value);
    }

    /** 0, 1, 2 and so on, each after a second; closing takes another. */
    private Emitter<Integer> ticking() {
        int[] count = {0};
        return Emitter.<Integer>emitter("ticking")
                .then(v -> Weft.sleep(Duration.ofSeconds(1)))
                .then(v -> new Emitter.Emit(count[0]++))
                .again(0)
                .last(v -> Weft.sleep(Duration.ofSeconds(1)))
                .last(v -> log.add("closed"));
    }

    private static <T, R> Function<T, R> failing() {
        return x -> {
            throw Sneaky.rethrow(FAILURE);
        };
    }

    @Test
    void elementsThatAreThere() {
        assertThat(list(AsyncIterable.of(1, null, 3))).containsExactly(1, null, 3);
        assertThat(list(AsyncIterable.range(2, 5))).containsExactly(2, 3, 4);
        assertThat(list(AsyncIterable.range(5, 2))).isEmpty();
        AsyncIterable<String> again = AsyncIterable.fromIterable(List.of("a", "b"));
        assertThat(list(again)).isEqualTo(list(again)).containsExactly("a", "b");
    }

    @Test
    void eachIterationOfWhatIsGeneratedRunsANewGenerator() {
        AsyncIterable<Integer> source = AsyncIterable.generate(() -> emitting(1, 2));
        assertThat(list(source)).containsExactly(1, 2);
        assertThat(list(source)).containsExactly(1, 2);
    }

    @Test
    void mapAndFilterOverASourceThatWaits() {
        assertThat(list(ticking().map(x -> x * 10).filter(x -> x % 20 == 0).take(3)))
                .containsExactly(0, 20, 40);
        assertThat(log).containsExactly("closed");
    }

    @Test
    void mapAsyncAndFilterAsyncAwaitTheirFunctionsOneAfterTheOther() {
        Object now =
                TestLoop.run(
                        first(
                                        v ->
                                                AsyncIterable.of(1, 2, 3, 4)
                                                        .mapAsync(x -> later(x * 10))
                                                        .filterAsync(x -> later(x > 10))
                                                        .toList())
                                .then(v -> v + " at " + EventLoop.running().time().toSeconds()));
        assertThat(now).isEqualTo("[20, 30, 40] at 8");
    }

    @Test
    void flatMapGoesThroughOneIterableAfterTheOther() {
        assertThat(
                        list(
                                AsyncIterable.range(0, 4)
                                        .flatMap(
                                                n ->
                                                        AsyncIterable.range(0, n)
                                                                .mapAsync(x -> later(x)))))
                .containsExactly(0, 0, 1, 0, 1, 2);
        assertThat(
                        list(
                                AsyncIterable.of("a", "b")
                                        .flatMapAsync(s -> later(AsyncIterable.of(s, s + s)))))
                .containsExactly("a", "aa", "b", "bb");
    }

    @Test
    void leavingFlatMapClosesTheInnerIterationAndThenTheOuterOne() {
        Emitter<Integer> outer = emitting(1, 2).last(v -> log.add("outer closed"));
        Emitter<Integer> inner =
                emitting(10, 20).last(v -> later(null)).last(v -> log.add("inner closed"));
        TestLoop.run(each(outer.flatMap(x -> inner), x -> BREAK));
        assertThat(log).containsExactly("inner closed", "outer closed");
    }

    @Test
    void takeClosesItsSourceInsteadOfAskingForMore() {
        Emitter<Integer> source =
                emitting(1, 2)
                        .then(v -> log.add("asked for more"))
                        .emit(3)
                        .last(v -> log.add("closed"));
        TestLoop.run(each(source.take(2), log::add));
        assertThat(log).containsExactly(1, 2, "closed");
    }

    @Test
    void takeOfNothingNeverBeginsItsSource() {
        Emitter<Integer> source = Emitter.<Integer>emitter("s").then(v -> log.add("begun"));
        assertThat(list(source.take(0))).isEmpty();
        assertThat(log).isEmpty();
        assertThat(source.released).isTrue();
    }

    @Test
    void takeWhileClosesItsSourceAtTheFirstElementThatDoesNotFit() {
        assertThat(list(ticking().takeWhile(x -> x < 2))).containsExactly(0, 1);
        assertThat(list(ticking().takeWhileAsync(x -> later(x < 3)))).containsExactly(0, 1, 2);
        assertThat(log).containsExactly("closed", "closed");
    }

    @Test
    void skipLeavesTheFirstOut() {
        assertThat(list(counting().skip(3).take(2))).containsExactly(3, 4);
        assertThat(list(AsyncIterable.of(1).skip(3))).isEmpty();
    }

    @Test
    void numbersOfElementsAreChecked() {
        AsyncIterable<Integer> source = AsyncIterable.of(1);
        assertThatThrownBy(() -> source.take(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> source.skip(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> source.buffer(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> source.mapConcurrent(0, x -> later(x)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> source.map(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void zipEndsWithTheShorterOneAndClosesTheOther() {
        assertThat(list(ticking().zip(AsyncIterable.of("a", "b"))))
                .containsExactly(new Tuple2<>(0, "a"), new Tuple2<>(1, "b"));
        assertThat(list(AsyncIterable.of("a").zip(ticking(), (s, x) -> s + x)))
                .containsExactly("a0");
        assertThat(log).containsExactly("closed", "closed");
    }

    @Test
    void collectReduceAndForEach() {
        AsyncIterable<Integer> source = AsyncIterable.range(1, 5).mapAsync(x -> later(x));
        Map<Boolean, List<Integer>> byParity =
                TestLoop.run(source.collect(Collectors.partitioningBy(x -> x % 2 == 0)));
        assertThat(byParity.get(true)).containsExactly(2, 4);
        assertThat(TestLoop.<Optional<Integer>>run(source.reduce(Integer::sum))).hasValue(10);
        assertThat(TestLoop.<Optional<Integer>>run(source.take(0).reduce(Integer::sum))).isEmpty();
        assertThat(TestLoop.<String>run(source.reduce("", (s, x) -> s + x))).isEqualTo("1234");
        assertThat(TestLoop.<String>run(source.reduceAsync("", (s, x) -> later(x + s))))
                .isEqualTo("4321");
        TestLoop.run(source.forEach(log::add));
        TestLoop.run(
                source.forEachAsync(
                        x ->
                                Script.<Void>script("s")
                                        .then(v -> later(x))
                                        .then(v -> log.add(v))
                                        .then(v -> null)));
        assertThat(log).containsExactly(1, 2, 3, 4, 1, 2, 3, 4);
    }

    @Test
    void aFunctionThatFailsClosesTheSourceAndItsFailureLeavesAfterwards() {
        Map<String, Function<AsyncIterable<Integer>, Coroutine<?>>> uses = new LinkedHashMap<>();
        uses.put("map", s -> s.map(failing()).toList());
        uses.put("mapAsync", s -> s.mapAsync(x -> Weft.failed(FAILURE)).toList());
        uses.put(
                "filter",
                s -> s.filter(x -> OperatorsTest.<Integer, Boolean>failing().apply(x)).toList());
        uses.put("filterAsync", s -> s.filterAsync(x -> Weft.failed(FAILURE)).toList());
        uses.put("flatMap", s -> s.flatMap(failing()).toList());
        uses.put(
                "flatMap, inner", s -> s.flatMap(x -> AsyncIterable.of(x).map(failing())).toList());
        uses.put(
                "takeWhileAsync",
                s ->
                        s.takeWhileAsync(
                                        x ->
                                                Script.<Boolean>script("s")
                                                        .then(v -> later(1))
                                                        .then(failing()::apply))
                                .toList());
        uses.put("zip", s -> s.zip(AsyncIterable.of(1), (a, b) -> failing().apply(a)).toList());
        uses.put("zip, other", s -> s.zip(AsyncIterable.of(1).map(failing())).toList());
        uses.put(
                "reduce",
                s -> s.reduce(0, (a, x) -> OperatorsTest.<Integer, Integer>failing().apply(x)));
        uses.put("reduceAsync", s -> s.reduceAsync(0, (a, x) -> Weft.failed(FAILURE)));
        uses.put("forEachAsync", s -> s.forEachAsync(x -> Weft.failed(FAILURE)));
        uses.put("merge", s -> s.merge(AsyncIterable.of(1).map(failing())).toList());
        uses.put("buffer", s -> s.buffer(3).map(failing()).toList());
        uses.put("mapConcurrent", s -> s.mapConcurrent(3, x -> Weft.failed(FAILURE)).toList());
        uses.put(
                "mapConcurrentUnordered",
                s -> s.mapConcurrentUnordered(3, x -> Weft.failed(FAILURE)).toList());
        uses.forEach(
                (name, use) -> {
                    log.clear();
                    Emitter<Integer> source = ticking();
                    assertThat(TestLoop.<Object>run(first(v -> use.apply(source)).rescue(t -> t)))
                            .as(name)
                            .isSameAs(FAILURE);
                    assertThat(log).as(name).containsExactly("closed");
                });
    }

    @Test
    void aCancelTravelsThroughAllOperatorsAndTheSourceIsClosedBeforeTheTaskEnds() {
        Map<String, Function<AsyncIterable<Integer>, Coroutine<?>>> uses = new LinkedHashMap<>();
        uses.put("map", s -> s.map(x -> x).toList());
        uses.put("mapAsync", s -> s.mapAsync(x -> never()).toList());
        uses.put("filterAsync", s -> s.filterAsync(x -> never()).toList());
        uses.put("flatMapAsync", s -> s.flatMapAsync(x -> never()).toList());
        uses.put(
                "flatMap, inner",
                s -> s.flatMap(x -> AsyncIterable.of(x).mapAsync(y -> never())).toList());
        uses.put("zip", s -> s.zip(AsyncIterable.of(1).mapAsync(x -> never())).toList());
        uses.put("reduceAsync", s -> s.reduceAsync(0, (a, x) -> never()));
        uses.put("forEachAsync", s -> s.forEachAsync(x -> never()));
        uses.put("merge", s -> s.merge(AsyncIterable.of(1).mapAsync(x -> never())).toList());
        uses.put("buffer", s -> s.buffer(3).toList());
        uses.put("buffer, full", s -> s.buffer(1).mapAsync(x -> never()).toList());
        uses.put("mapConcurrent", s -> s.mapConcurrent(2, x -> never()).toList());
        uses.put("mapConcurrentUnordered", s -> s.mapConcurrentUnordered(2, x -> never()).toList());
        uses.forEach(
                (name, use) -> {
                    log.clear();
                    try (TestLoop test = new TestLoop()) {
                        Task<?> task = test.loop.createTask(first(v -> use.apply(ticking())));
                        test.loop.callLater(Duration.ofMillis(5500), task::cancel);
                        test.runHere(first(v -> task).rescue(t -> log.add("task ended")));
                        assertThat(task.cancelled()).as(name).isTrue();
                        assertThat(test.loop.allTasks()).as(name).isEmpty();
                        assertThat(test.reports).as(name).isEmpty();
                    }
                    assertThat(log).as(name).containsExactly("closed", "task ended");
                });
    }

    private static <T> Coroutine<T> never() {
        return Weft.sleep(Duration.ofDays(1), null);
    }

    @Test
    void whatFailsInTheCloseIsSuppressedByWhatFailedBefore() {
        IOException close = new IOException("close");
        Emitter<Integer> source =
                emitting(1)
                        .last(
                                v -> {
                                    throw close;
                                });
        IOException failure = new IOException("function");
        TestLoop.run(
                first(v -> source.mapAsync(x -> Weft.failed(failure)).toList()).rescue(t -> null));
        assertThat(failure.getSuppressed()).containsExactly(close);
    }

    @Test
    void anOperatorIsLazyAndTheSourcesOwnFailurePasses() {
        Emitter<Integer> source =
                Emitter.<Integer>emitter("s")
                        .emit(1)
                        .then(v -> log.add("on"))
                        .then(v -> failing().apply(v));
        AsyncIterator<Integer> iterator = source.map(x -> x + 1).iterator();
        List<Object> seen = new ArrayList<>();
        TestLoop.run(
                first(v -> iterator.next())
                        .then(seen::add)
                        .then(v -> log.add("between"))
                        .then(v -> iterator.next())
                        .rescue(seen::add)
                        .then(v -> iterator.next())
                        .rescue(t -> seen.add(t.getClass())));
        assertThat(log).containsExactly("between", "on");
        assertThat(seen).containsExactly(2, FAILURE, StopAsyncIteration.class);
    }

    @Test
    void anIteratorServesOneWhoIterates() {
        AsyncIterator<Integer> iterator = ticking().map(x -> x).iterator();
        Object error =
                TestLoop.run(
                        first(v -> Weft.createTask(iterator.next()).name())
                                .then(v -> Weft.yieldNow())
                                .then(v -> iterator.next())
                                .rescue(t -> t));
        assertThat(error)
                .isInstanceOf(IllegalStateException.class)
                .asString()
                .contains("is running already");
    }

    @Test
    void aClosedIteratorHasNoMoreElements() {
        AsyncIterator<Integer> iterator = ticking().map(x -> x).iterator();
        TestLoop.run(
                first(v -> iterator.next())
                        .then(v -> iterator.closeAsync())
                        .then(v -> iterator.closeAsync())
                        .then(v -> iterator.next())
                        .rescue(t -> log.add(t.getClass())));
        assertThat(log).containsExactly("closed", StopAsyncIteration.class);
    }

    @Test
    void anIteratorOfOnesOwnNeedsNextOnly() {
        class Own implements AsyncIterator<Integer> {
            private int n;

            @Override
            public Coroutine<Integer> next() {
                return n == 3 ? Weft.failed(new StopAsyncIteration()) : later(n++);
            }
        }
        AsyncIterable<Integer> source = Own::new;
        assertThat(list(source.map(x -> x + 1))).containsExactly(1, 2, 3);
    }
}
