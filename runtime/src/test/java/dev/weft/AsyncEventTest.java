package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncEventTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();
    private final AsyncEvent event = new AsyncEvent();

    @AfterEach
    void close() {
        loop.close();
    }

    private Task<Object> waiter(String name) {
        return loop.createTask(
                first(v -> event.await()).then(v -> order.add(name + " " + event.isSet())));
    }

    @Test
    void guide002_40_setLetsAllThroughInTheOrderInWhichTheyCame() {
        Task<?> a = waiter("a");
        Task<?> b = waiter("b");
        loop.callLater(Duration.ofSeconds(1), event::set);
        assertThat(event.isSet()).isFalse();
        test.runHere(Weft.gather(List.of(a, b)));
        assertThat(order).containsExactly("a true", "b true");
    }

    @Test
    void setAndClearInOneStepStillWakesAll() {
        Task<?> a = waiter("a");
        Task<?> b = waiter("b");
        loop.callLater(
                Duration.ofSeconds(1),
                () -> {
                    event.set();
                    event.clear();
                });
        test.runHere(Weft.gather(List.of(a, b)));
        assertThat(order).containsExactly("a false", "b false");
    }

    @Test
    void r5_awaitingAnEventThatIsSetDoesNotSuspend() {
        event.set();
        loop.callSoon(() -> order.add("callback"));
        loop.createTask(
                first(v -> order.add("begin"))
                        .then(v -> loop.callSoon(() -> order.add("later")))
                        .then(v -> event.await())
                        .then(v -> event.await())
                        .then(v -> order.add("end")));
        test.settle();
        assertThat(order).containsExactly("callback", "begin", "end", "later");
    }

    @Test
    void aCancelledWaiterLeavesNothingBehind() {
        Task<?> a = waiter("a");
        loop.callLater(Duration.ofSeconds(1), a::cancel);
        test.runHere(first(v -> Weft.sleep(Duration.ofSeconds(2))));
        assertThat(a.cancelled()).isTrue();
        assertThat(event.statistics()).isEqualTo(new AsyncEvent.Statistics(false, 0));
    }

    @Test
    void guide002_39_workersThatLookEveryTwoSecondsEndAtOnceWhenTheEventIsSet() {
        List<Task<Object>> workers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            workers.add(loop.createTask(worker(i)));
        }
        loop.callLater(Duration.ofMillis(4500), event::set);
        test.runHere(Weft.gather(workers));
        assertThat(loop.time()).isEqualTo(Duration.ofMillis(4500));
        assertThat(order).hasSize(9).endsWith("0 ends", "1 ends", "2 ends");
    }

    /** Works until it is told to stop, for three rounds at most. */
    private Script<Object> worker(int number) {
        Script<Object> script = first(v -> null);
        for (int round = 0; round < 3; round++) {
            script.then(
                            v ->
                                    event.isSet()
                                            ? null
                                            : Weft.waitFor(event.await(), Duration.ofSeconds(2)))
                    .rescue(t -> order.add(number + " " + t.getClass().getSimpleName()));
        }
        return script.then(v -> order.add(number + " ends"));
    }
}
