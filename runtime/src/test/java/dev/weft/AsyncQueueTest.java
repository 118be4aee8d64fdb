package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncQueueTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    private static <T> List<T> drain(AsyncQueue<T> queue) {
        List<T> items = new ArrayList<>();
        while (!queue.isEmpty()) {
            items.add(queue.getNowait());
        }
        return items;
    }

    @Test
    void guide000_20_aFullQueueHoldsTheProducerBack() {
        AsyncQueue<Integer> queue = new AsyncQueue<>(10);
        Script<Object> producer = first(v -> null);
        for (int i = 0; i < 20; i++) {
            int item = i;
            producer.then(v -> queue.put(item)).then(v -> order.add("produced " + item));
        }
        loop.createTask(producer.then(v -> queue.join()).last(queue::shutdown));
        List<Task<Object>> consumers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            consumers.add(
                    loop.createTask(
                            Each.each(
                                    queue,
                                    item ->
                                            first(v -> order.add("processing " + item))
                                                    .then(v -> Weft.sleep(Duration.ofMillis(500)))
                                                    .last(queue::taskDone))));
        }
        test.runHere(Weft.gather(consumers));
        for (int i = 0; i < 10; i++) {
            assertThat(order.get(i)).isEqualTo("produced " + i);
        }
        assertThat(order).hasSize(40).doesNotHaveDuplicates();
        assertThat(loop.time()).isEqualTo(Duration.ofMillis(3500));
        assertThat(queue.statistics())
                .isEqualTo(new AsyncQueue.Statistics(0, 10, 10, 0, 0, 0, true));
    }

    @Test
    void guide002_47_sentinelsEndTheConsumersAndJoinReturns() {
        AsyncQueue<String> queue = new AsyncQueue<>(10);
        List<Awaitable<?>> tasks = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            Script<Object> producer = first(v -> null);
            for (int i = 0; i < 5; i++) {
                String item = name + i;
                producer.then(v -> Weft.sleep(Duration.ofMillis(100))).then(v -> queue.put(item));
            }
            tasks.add(producer.then(v -> queue.put(null)));
        }
        List<Task<Object>> consumers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            consumers.add(loop.createTask(consumer(queue, 0)));
        }
        test.runHere(
                first(v -> Weft.gather(tasks))
                        .then(v -> queue.put(null))
                        .then(v -> queue.join())
                        .then(v -> Weft.gather(consumers)));
        assertThat(order).hasSize(10).doesNotHaveDuplicates();
        assertThat(queue.isEmpty()).isTrue();
    }

    private Coroutine<Object> consumer(AsyncQueue<String> queue, int depth) {
        return first(v -> queue.get())
                .then(
                        item -> {
                            queue.taskDone();
                            if (item == null) {
                                return "ended";
                            }
                            order.add(item);
                            return consumer(queue, depth + 1);
                        });
    }

    @Test
    void guide000_21_taskDoneCountsDownToJoin() {
        AsyncQueue<String> queue = new AsyncQueue<>(AsyncQueue.UNBOUNDED);
        queue.putNowait("a");
        queue.putNowait("b");
        Task<Object> joining =
                loop.createTask(first(v -> queue.join()).then(v -> order.add("joined")));
        loop.createTask(
                first(v -> queue.get())
                        .then(v -> queue.get())
                        .then(
                                v -> {
                                    queue.taskDone();
                                    order.add(queue.statistics().unfinished());
                                    return Weft.sleep(SECOND);
                                })
                        .last(queue::taskDone));
        loop.runUntilComplete(joining);
        assertThat(order).containsExactly(1, "joined");
        assertThatThrownBy(queue::taskDone)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("more often than items were put");
    }

    @Test
    void r5_putAndGetThatNeedNotWaitDoNotSuspend() {
        AsyncQueue<String> queue = new AsyncQueue<>(2);
        loop.createTask(
                first(v -> loop.callSoon(() -> order.add("later")))
                        .then(v -> queue.put("a"))
                        .then(v -> queue.put("b"))
                        .then(v -> queue.get())
                        .then(order::add)
                        .then(v -> queue.get())
                        .then(order::add));
        test.settle();
        assertThat(order).containsExactly("a", "b", "later");
    }

    @Test
    void anItemGoesToTheOneThatHasWaitedLongestAndNobodyOvertakes() {
        AsyncQueue<String> queue = new AsyncQueue<>(1);
        Task<Object> waiting =
                loop.createTask(first(v -> queue.get()).then(v -> order.add("waiting got " + v)));
        test.settle();
        loop.createTask(
                first(v -> queue.put("a"))
                        .then(v -> queue.put("b"))
                        .then(v -> queue.get())
                        .then(v -> order.add("running got " + v)));
        loop.runUntilComplete(waiting);
        assertThat(order).containsExactlyInAnyOrder("waiting got a", "running got b");
    }

    @Test
    void aCancelledGetterLosesNoItem() {
        AsyncQueue<String> queue = new AsyncQueue<>(1);
        Task<Object> before = loop.createTask(first(v -> queue.get()));
        Task<Object> given =
                loop.createTask(
                        first(v -> queue.get()).then(order::add).then(v -> Weft.sleep(SECOND)));
        loop.callLater(
                SECOND,
                () -> {
                    before.cancel();
                    queue.putNowait("a");
                    given.cancel();
                });
        test.runHere(first(v -> Weft.sleep(SECOND.multipliedBy(3))));
        assertThat(order).containsExactly("a");
        assertThat(before.cancelled() && given.cancelled()).isTrue();
    }

    @Test
    void aCancelledPutterHasPutNothing() {
        AsyncQueue<String> queue = new AsyncQueue<>(1);
        queue.putNowait("a");
        Task<Object> putter = loop.createTask(first(v -> queue.put("b")));
        loop.callLater(SECOND, putter::cancel);
        test.runHere(first(v -> Weft.sleep(SECOND.multipliedBy(2))));
        assertThat(drain(queue)).containsExactly("a");
        assertThat(queue.statistics().putting()).isZero();
    }

    @Test
    void b14_whatDoesNotWaitSaysSo() {
        AsyncQueue<String> queue = new AsyncQueue<>(1);
        assertThatThrownBy(queue::getNowait)
                .isInstanceOf(QueueEmptyException.class)
                .isInstanceOf(WouldBlockException.class);
        queue.putNowait("a");
        assertThatThrownBy(() -> queue.putNowait("b"))
                .isInstanceOf(QueueFullException.class)
                .isInstanceOf(WouldBlockException.class)
                .hasMessageContaining("it holds 1 items");
        assertThat(queue.isFull()).isTrue();
        assertThat(queue.getNowait()).isEqualTo("a");
    }

    @Test
    void aQueueWithoutABoundIsNeverFull() {
        AsyncQueue<Integer> queue = new AsyncQueue<>(-1);
        for (int i = 0; i < 1000; i++) {
            queue.putNowait(i);
        }
        assertThat(queue.isFull()).isFalse();
        assertThat(queue.size()).isEqualTo(1000);
    }

    @Test
    void aLifoQueueGivesTheNewest() {
        AsyncQueue<String> queue = new AsyncLifoQueue<>(AsyncQueue.UNBOUNDED);
        List.of("a", "b", "c").forEach(queue::putNowait);
        assertThat(drain(queue)).containsExactly("c", "b", "a");
    }

    @Test
    void aPriorityQueueGivesTheLowestAndOfEqualOnesTheOldest() {
        Comparator<String> byFirst = Comparator.comparing(s -> s.charAt(0));
        AsyncQueue<String> queue = new AsyncPriorityQueue<>(AsyncQueue.UNBOUNDED, byFirst);
        List.of("b1", "a1", "b2", "a2", "b3", "a3").forEach(queue::putNowait);
        assertThat(drain(queue)).containsExactly("a1", "a2", "a3", "b1", "b2", "b3");
        AsyncQueue<Integer> natural = new AsyncPriorityQueue<>(AsyncQueue.UNBOUNDED);
        List.of(3, 1, 2).forEach(natural::putNowait);
        assertThat(drain(natural)).containsExactly(1, 2, 3);
    }

    @Test
    void anItemThatCannotBeComparedFailsWhoPutItAndNobodyElse() {
        AsyncQueue<Object> queue = new AsyncPriorityQueue<>(2);
        queue.putNowait(1);
        queue.putNowait(2);
        Task<Object> bad =
                loop.createTask(first(v -> queue.put("three")).rescue(Throwable::getClass));
        Task<Object> good = loop.createTask(first(v -> queue.put(4)));
        test.settle();
        assertThat(queue.getNowait()).isEqualTo(1);
        loop.runUntilComplete(good);
        assertThat(loop.runUntilComplete(bad)).isEqualTo(ClassCastException.class);
        assertThat(drain(queue)).containsExactly(2, 4);
    }

    @Test
    void shutdownLetsWhatIsThereBeGot() {
        AsyncQueue<String> queue = new AsyncQueue<>(1);
        queue.putNowait("a");
        Task<Object> putter =
                loop.createTask(first(v -> queue.put("b")).rescue(Throwable::getClass));
        loop.callLater(SECOND, queue::shutdown);
        assertThat(loop.runUntilComplete(putter)).isEqualTo(QueueShutDownException.class);
        assertThatThrownBy(() -> queue.putNowait("c")).isInstanceOf(QueueShutDownException.class);
        assertThat(test.<Object>runHere(queue.get())).isEqualTo("a");
        assertThatThrownBy(() -> test.runHere(queue.get()))
                .isInstanceOf(QueueShutDownException.class);
        assertThatThrownBy(queue::getNowait).isInstanceOf(QueueShutDownException.class);
    }

    @Test
    void shutdownWakesThoseThatWaitForAnItem() {
        AsyncQueue<String> queue = new AsyncQueue<>(1);
        Task<Object> getter = loop.createTask(first(v -> queue.get()).rescue(Throwable::getClass));
        Task<Object> iterating = loop.createTask(Each.each(queue, order::add));
        loop.callLater(SECOND, queue::shutdown);
        assertThat(loop.runUntilComplete(getter)).isEqualTo(QueueShutDownException.class);
        loop.runUntilComplete(iterating);
        assertThat(order).isEmpty();
    }

    @Test
    void anImmediateShutdownThrowsAwayWhatIsThere() {
        AsyncQueue<String> queue = new AsyncQueue<>(AsyncQueue.UNBOUNDED);
        List.of("taken", "b", "c").forEach(queue::putNowait);
        queue.getNowait();
        Task<Object> joining =
                loop.createTask(first(v -> queue.join()).then(v -> order.add("joined")));
        loop.callLater(
                SECOND,
                () -> {
                    queue.shutdown(true);
                    order.add(queue.statistics().unfinished());
                });
        loop.callLater(SECOND.multipliedBy(2), queue::taskDone);
        loop.runUntilComplete(joining);
        assertThat(order).containsExactly(1, "joined");
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void p14_anIterationTakesWhatIsThereAndEndsWithTheQueue() {
        AsyncQueue<String> queue = new AsyncQueue<>(AsyncQueue.UNBOUNDED);
        List.of("a", "b").forEach(queue::putNowait);
        queue.shutdown();
        List<String> items = test.runHere(queue.toList());
        assertThat(items).containsExactly("a", "b");
    }

    @Test
    void anIterationThatIsLeftEarlyLeavesTheRest() {
        AsyncQueue<String> queue = new AsyncQueue<>(AsyncQueue.UNBOUNDED);
        List.of("a", "b").forEach(queue::putNowait);
        test.runHere(Each.each(queue, item -> Each.BREAK));
        assertThat(drain(queue)).containsExactly("b");
    }
}
