package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncBarrierTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();
    private final AsyncBarrier barrier = new AsyncBarrier(3);

    @AfterEach
    void close() {
        loop.close();
    }

    private Task<Object> party(int arrivesAt) {
        return loop.createTask(
                first(v -> Weft.sleep(Duration.ofSeconds(arrivesAt)))
                        .then(v -> barrier.await())
                        .rescue(Throwable::getClass)
                        .then(
                                v -> {
                                    order.add(loop.time().toSeconds() + "s");
                                    return v;
                                }));
    }

    @Test
    void allGoOnTogetherEachWithANumberOfItsOwn() {
        List<Object> indexes = test.runHere(Weft.gather(List.of(party(3), party(1), party(2))));
        assertThat(indexes).containsExactly(2, 0, 1);
        assertThat(order).containsExactly("3s", "3s", "3s");
    }

    @Test
    void theNextRoundBeginsAtOnce() {
        List<Task<Object>> parties = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            parties.add(party(1));
        }
        List<Object> indexes = test.runHere(Weft.gather(parties));
        assertThat(indexes).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void r5_theLastToComeDoesNotSuspend() {
        AsyncBarrier alone = new AsyncBarrier(1);
        loop.createTask(
                first(v -> loop.callSoon(() -> order.add("later")))
                        .then(v -> alone.await())
                        .then(order::add));
        test.settle();
        assertThat(order).containsExactly(0, "later");
    }

    @Test
    void resetFailsThoseThatWaitAndTheBarrierGoesOn() {
        Task<Object> early = party(0);
        loop.callLater(Duration.ofSeconds(1), barrier::reset);
        List<Object> outcomes =
                test.runHere(Weft.gather(List.of(early, party(2), party(2), party(2))));
        assertThat(outcomes).containsExactly(AsyncBrokenBarrierException.class, 0, 1, 2);
        assertThat(barrier.broken()).isFalse();
    }

    @Test
    void abortBreaksItUntilItIsReset() {
        Task<Object> early = party(0);
        loop.callLater(Duration.ofSeconds(1), barrier::abort);
        List<Object> outcomes = test.runHere(Weft.gather(List.of(early, party(2))));
        assertThat(outcomes)
                .containsExactly(
                        AsyncBrokenBarrierException.class, AsyncBrokenBarrierException.class);
        assertThat(barrier.statistics()).isEqualTo(new AsyncBarrier.Statistics(3, 0, true));
        barrier.reset();
        assertThat(barrier.broken()).isFalse();
    }

    @Test
    void cancellingOneWhoWaitsLowersTheCount() {
        Task<Object> gone = loop.createTask(first(v -> barrier.await()));
        Task<Object> other = party(0);
        loop.callLater(Duration.ofSeconds(1), gone::cancel);
        loop.callLater(Duration.ofSeconds(2), () -> order.add(barrier.waiting()));
        List<Object> indexes = test.runHere(Weft.gather(List.of(other, party(3), party(3))));
        assertThat(indexes).containsExactly(0, 1, 2);
        assertThat(order).startsWith(1);
    }

    @Test
    void aBarrierNeedsSomebody() {
        assertThatThrownBy(() -> new AsyncBarrier(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parties is 0, less than 1");
        assertThat(barrier.parties()).isEqualTo(3);
    }
}
