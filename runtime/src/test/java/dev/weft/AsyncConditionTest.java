package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncConditionTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();
    private final AsyncCondition condition = new AsyncCondition();

    @AfterEach
    void close() {
        loop.close();
    }

    private Script<Object> waiter(String name) {
        return first(v -> condition.acquire())
                .then(v -> condition.await())
                .last(() -> order.add(name + " " + condition.locked()))
                .last(condition::release);
    }

    /** Signals after a time. */
    private Script<Object> signaller(Duration delay, Runnable signal) {
        return first(v -> Weft.sleep(delay))
                .then(v -> condition.acquire())
                .then(
                        v -> {
                            signal.run();
                            order.add("signalled");
                            return Weft.sleep(SECOND);
                        })
                .last(condition::release);
    }

    @Test
    void signalWakesTheOldestWhenTheLockIsFree() {
        Task<?> a = loop.createTask(waiter("a"));
        loop.createTask(waiter("b"));
        loop.createTask(signaller(SECOND, condition::signal));
        loop.runUntilComplete(a);
        assertThat(order).containsExactly("signalled", "a true");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(2));
        assertThat(condition.statistics().waiting()).isEqualTo(1);
    }

    @Test
    void signalAllWakesAllOneAfterTheOther() {
        Task<?> a = loop.createTask(waiter("a"));
        Task<?> b = loop.createTask(waiter("b"));
        loop.createTask(signaller(SECOND, condition::signalAll));
        test.runHere(Weft.gather(List.of(a, b)));
        assertThat(order).containsExactly("signalled", "a true", "b true");
        assertThat(condition.locked()).isFalse();
    }

    @Test
    void awaitAndSignalNeedTheLock() {
        assertThatThrownBy(condition::signal)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not locked: signal needs it");
        assertThatThrownBy(() -> test.runHere(first(v -> condition.await())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not locked: await needs it");
        loop.createTask(first(v -> condition.acquire()).then(v -> Weft.sleep(SECOND)), "the owner");
        assertThatThrownBy(
                        () ->
                                test.runHere(
                                        first(v -> Weft.yieldNow()).then(v -> condition.await())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is held by task the owner");
    }

    @Test
    void aCancelledWaiterGetsItsErrorWithTheLockHeld() {
        Task<?> waiter =
                loop.createTask(
                        waiter("a")
                                .rescue(
                                        t -> {
                                            order.add(t.getMessage());
                                            throw t;
                                        }));
        loop.createTask(signaller(SECOND, () -> {}));
        loop.callLater(Duration.ofMillis(1500), () -> waiter.cancel("first"));
        loop.callLater(Duration.ofMillis(1700), () -> waiter.cancel("latest"));
        assertThatThrownBy(() -> loop.runUntilComplete(waiter))
                .isInstanceOf(java.util.concurrent.CancellationException.class);
        assertThat(order).containsExactly("signalled", "a true", "latest");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(2));
        assertThat(condition.locked()).isFalse();
    }

    @Test
    void aSignalIsNotLostOnOneThatIsCancelledAfterIt() {
        Task<?> a =
                loop.createTask(
                        waiter("a")
                                .then(v -> order.add("has the signal"))
                                .then(v -> Weft.sleep(SECOND)));
        Task<?> b = loop.createTask(waiter("b"));
        loop.createTask(
                signaller(
                        SECOND,
                        () -> {
                            condition.signal();
                            a.cancel();
                        }));
        test.runHere(first(v -> Weft.sleep(Duration.ofSeconds(9))));
        assertThat(order).containsExactly("signalled", "a true", "has the signal");
        assertThat(a.cancelled()).isTrue();
        assertThat(b.done()).isFalse();
    }

    @Test
    void oneThatIsCancelledBeforeASignalLeavesItToTheNext() {
        Task<?> a = loop.createTask(waiter("a"));
        Task<?> b = loop.createTask(waiter("b"));
        loop.createTask(
                signaller(
                        SECOND,
                        () -> {
                            a.cancel();
                            condition.signal();
                        }));
        loop.runUntilComplete(b);
        assertThat(order).containsExactly("signalled", "a true", "b true");
    }

    @Test
    void awaitUntilLooksAfterEachSignal() {
        int[] items = {0};
        Task<?> waiter =
                loop.createTask(
                        first(v -> condition.acquire())
                                .then(v -> condition.awaitUntil(() -> items[0] == 2))
                                .then(v -> order.add("two"))
                                .last(condition::release));
        Runnable add =
                () -> {
                    items[0]++;
                    condition.signalAll();
                };
        loop.createTask(signaller(SECOND, add));
        loop.createTask(signaller(Duration.ofSeconds(3), add));
        loop.runUntilComplete(waiter);
        assertThat(order).containsExactly("signalled", "signalled", "two");
    }

    @Test
    void awaitUntilOfWhatIsTheCaseDoesNotSuspend() {
        loop.createTask(
                first(v -> condition.acquire())
                        .then(v -> loop.callSoon(() -> order.add("later")))
                        .then(v -> condition.awaitUntil(() -> true))
                        .then(v -> order.add("went on")));
        test.settle();
        assertThat(order).containsExactly("went on", "later");
    }

    @Test
    void twoConditionsShareALock() {
        AsyncLock lock = new AsyncLock();
        AsyncCondition full = new AsyncCondition(lock);
        AsyncCondition empty = new AsyncCondition(lock);
        Task<?> waiter =
                loop.createTask(
                        first(v -> full.acquire())
                                .then(v -> full.await())
                                .then(v -> order.add("full"))
                                .last(full::release));
        loop.createTask(
                first(v -> Weft.yieldNow())
                        .then(v -> empty.acquire())
                        .then(
                                v -> {
                                    empty.signalAll();
                                    order.add(full.statistics().waiting());
                                    full.signal();
                                    return null;
                                })
                        .last(empty::release));
        loop.runUntilComplete(waiter);
        assertThat(order).containsExactly(1, "full");
    }

    @Test
    void thePermitHoldsTheLockAgainAfterTheWait() {
        Permit[] permit = new Permit[1];
        Task<Object> waiter =
                loop.createTask(
                        first(v -> condition.acquire())
                                .then(v -> permit[0] = (Permit) v)
                                .then(v -> condition.await())
                                .last(() -> permit[0].close()));
        loop.callLater(
                Duration.ofMillis(1),
                () -> assertThatThrownBy(permit[0]::close).hasMessageContaining("for a condition"));
        loop.createTask(signaller(SECOND, condition::signal));
        loop.runUntilComplete(waiter);
        assertThat(condition.locked()).isFalse();
        assertThat(test.reported()).isEmpty();
    }
}
