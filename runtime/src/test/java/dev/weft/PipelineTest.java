package dev.weft;

import static dev.weft.Each.BREAK;
import static dev.weft.Each.each;
import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Operators in random order, against lists: all of it, left early, cancelled, failing. */
class PipelineTest {
    private static final int SEEDS = Integer.getInteger("weft.pipelines", 2000);

    /** One pipeline, what it is to give, and what became of its sources. */
    private static final class Pipeline {
        final Random random;
        final StringBuilder text = new StringBuilder();
        AsyncIterable<Integer> elements;
        List<Integer> expected;
        int begun;
        int ended;

        Pipeline(long seed) {
            random = new Random(seed);
            expected = IntStream.range(0, random.nextInt(12)).boxed().toList();
            List<Integer> all = expected;
            elements = () -> source(all);
            text.append("seed ").append(seed).append(", ").append(all.size()).append(" elements");
            for (int i = random.nextInt(6); i > 0; i--) {
                add(random.nextInt(13));
            }
        }

        private AsyncIterator<Integer> source(List<Integer> all) {
            Emitter<Integer> emitter = Emitter.<Integer>emitter("source").then(v -> ++begun);
            for (Integer element : all) {
                emitter.then(v -> pause()).emit(element);
            }
            return emitter.then(v -> pause()).last(v -> pause()).last(v -> ++ended);
        }

        /** Nothing, a yield or a sleep: by chance. */
        Object pause() {
            return switch (random.nextInt(4)) {
                case 0 -> Weft.yieldNow();
                case 1 -> Weft.sleep(Duration.ofMillis(random.nextInt(5)));
                default -> null;
            };
        }

        <T> Coroutine<T> paused(T value) {
            return Script.<T>script("paused").then(v -> pause()).then(v -> value);
        }

        private void add(int operator) {
            AsyncIterable<Integer> before = elements;
            List<Integer> given = expected;
            int n = random.nextInt(5);
            text.append(", ").append(operator).append('(').append(n).append(')');
            switch (operator) {
                case 0 -> {
                    elements = before.map(x -> x + n);
                    expected = given.stream().map(x -> x + n).toList();
                }
                case 1 -> {
                    elements = before.mapAsync(x -> paused(x * n));
                    expected = given.stream().map(x -> x * n).toList();
                }
                case 2 -> {
                    elements = before.filter(x -> x % 3 != n);
                    expected = given.stream().filter(x -> x % 3 != n).toList();
                }
                case 3 -> {
                    elements = before.filterAsync(x -> paused(x % 2 == n % 2));
                    expected = given.stream().filter(x -> x % 2 == n % 2).toList();
                }
                case 4 -> {
                    List<Integer> inner = List.of(1, 2, 3).subList(0, n % 4);
                    elements = before.flatMap(x -> () -> source(inner));
                    expected = given.stream().flatMap(x -> inner.stream()).toList();
                }
                case 5 -> {
                    elements = before.flatMapAsync(x -> paused(AsyncIterable.of(x, n)));
                    expected = given.stream().flatMap(x -> List.of(x, n).stream()).toList();
                }
                case 6 -> {
                    elements = before.take(n);
                    expected = given.stream().limit(n).toList();
                }
                case 7 -> {
                    elements = before.takeWhileAsync(x -> paused(x < 3 * n));
                    expected = given.stream().takeWhile(x -> x < 3 * n).toList();
                }
                case 8 -> {
                    elements = before.skip(n);
                    expected = given.stream().skip(n).toList();
                }
                case 9 -> {
                    List<Integer> other = IntStream.range(0, 2 * n).boxed().toList();
                    elements = before.zip(() -> source(other), Integer::sum);
                    expected =
                            IntStream.range(0, Math.min(2 * n, given.size()))
                                    .mapToObj(i -> given.get(i) + i)
                                    .toList();
                }
                case 10 -> elements = before.buffer(n + 1);
                case 11 -> {
                    elements = before.mapConcurrent(n + 1, x -> paused(x + 1));
                    expected = given.stream().map(x -> x + 1).toList();
                }
                default -> elements = before.merge(AsyncIterable.of());
            }
        }

        void requireClosed(TestLoop test) {
            assertThat(ended).as("sources ended").isEqualTo(begun);
            assertThat(test.loop.allTasks()).isEmpty();
            assertThat(test.reports).isEmpty();
        }
    }

    private interface Check {
        void run(Pipeline pipeline, TestLoop test);
    }

    private static void forAll(Check check) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Pipeline pipeline = new Pipeline(seed);
            try (TestLoop test = new TestLoop()) {
                if (seed % 4 == 3) {
                    test.loop.setTaskFactory(TaskStart.EAGER);
                }
                check.run(pipeline, test);
                pipeline.requireClosed(test);
            } catch (Throwable failure) {
                throw new AssertionError(pipeline.text.toString(), failure);
            }
        }
    }

    @Test
    void operatorsGiveWhatListsGive() {
        forAll(
                (pipeline, test) ->
                        assertThat(test.<List<Integer>>runHere(pipeline.elements.toList()))
                                .isEqualTo(pipeline.expected));
    }

    @Test
    void leftEarlyTheyCloseAllTheirSources() {
        forAll(
                (pipeline, test) -> {
                    int most = pipeline.random.nextInt(5);
                    List<Integer> seen = new ArrayList<>();
                    test.runHere(
                            each(
                                    pipeline.elements,
                                    x -> {
                                        seen.add(x);
                                        return seen.size() > most ? BREAK : pipeline.pause();
                                    }));
                    assertThat(seen).isEqualTo(pipeline.expected.stream().limit(most + 1).toList());
                });
    }

    @Test
    void cancelledAtAnyTimeTheyCloseAllTheirSources() {
        forAll(
                (pipeline, test) -> {
                    List<Integer> seen = new ArrayList<>();
                    Task<?> task =
                            test.loop.createTask(
                                    each(
                                            pipeline.elements,
                                            x -> {
                                                seen.add(x);
                                                return pipeline.pause();
                                            }));
                    for (int i = pipeline.random.nextInt(3); i >= 0; i--) {
                        test.loop.callLater(
                                Duration.ofMillis(pipeline.random.nextInt(15)), task::cancel);
                    }
                    test.runHere(first(v -> task).rescue(t -> null));
                    assertThat(seen).isEqualTo(pipeline.expected.subList(0, seen.size()));
                });
    }

    @Test
    void failingAtAnyElementTheyCloseAllTheirSources() {
        forAll(
                (pipeline, test) -> {
                    int last = pipeline.random.nextInt(5);
                    int[] count = {0};
                    IllegalStateException failure = new IllegalStateException("element");
                    pipeline.elements =
                            pipeline.elements.map(
                                    x -> {
                                        if (count[0]++ == last) {
                                            throw failure;
                                        }
                                        return x;
                                    });
                    int from = pipeline.random.nextInt(14);
                    if (from == 10 || from == 11) {
                        pipeline.add(from);
                    }
                    Object result =
                            test.runHere(first(v -> pipeline.elements.toList()).rescue(t -> t));
                    boolean reached = pipeline.expected.size() > last;
                    assertThat(result == failure).isEqualTo(reached);
                });
    }
}
