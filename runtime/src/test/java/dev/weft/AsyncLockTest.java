package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncLockTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();
    private final AsyncLock lock = new AsyncLock();

    @AfterEach
    void close() {
        loop.close();
    }

    /** Holds the lock for a second. */
    private Script<Object> holder(String name) {
        Permit[] permit = new Permit[1];
        return first(v -> lock.acquire())
                .then(
                        v -> {
                            permit[0] = (Permit) v;
                            order.add(name + " in");
                            return Weft.sleep(Duration.ofSeconds(1));
                        })
                .then(
                        v -> {
                            order.add(name + " out");
                            permit[0].close();
                            return name;
                        });
    }

    @Test
    void r5_acquiringAFreeLockDoesNotSuspend() {
        test.runHere(
                first(v -> loop.callSoon(() -> order.add("later")))
                        .then(v -> lock.acquire())
                        .then(
                                v -> {
                                    order.add("acquired");
                                    ((Permit) v).close();
                                    return null;
                                })
                        .then(v -> lock.acquire())
                        .then(v -> order.add("again"))
                        .then(v -> Weft.yieldNow()));
        assertThat(order).containsExactly("acquired", "again", "later");
    }

    @Test
    void guide002_22_oneHoldsItAtATimeInTheOrderOfAsking() {
        Task<?> a = loop.createTask(holder("a"));
        Task<?> b = loop.createTask(holder("b"));
        Task<?> c = loop.createTask(holder("c"));
        test.runHere(Weft.gather(List.of(a, b, c)));
        assertThat(order).containsExactly("a in", "a out", "b in", "b out", "c in", "c out");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(3));
        assertThat(lock.locked()).isFalse();
    }

    @Test
    void whoReleasesAndAcquiresAtOnceQueuesBehindThoseWhoWait() {
        Task<?> greedy =
                loop.createTask(
                        first(v -> lock.acquire())
                                .then(v -> Weft.yieldNow())
                                .then(
                                        v -> {
                                            lock.release();
                                            assertThat(lock.locked()).isTrue();
                                            return lock.acquire();
                                        })
                                .then(v -> order.add("greedy"))
                                .last(lock::release));
        Task<?> patient = loop.createTask(holder("patient"));
        test.runHere(Weft.gather(List.of(greedy, patient)));
        assertThat(order).containsExactly("patient in", "patient out", "greedy");
    }

    @Test
    void aCancelledWaiterLeavesTheLine() {
        loop.createTask(holder("a"));
        Task<?> b = loop.createTask(holder("b"));
        Task<?> c = loop.createTask(holder("c"));
        loop.callSoon(b::cancel);
        loop.runUntilComplete(c);
        assertThat(b.cancelled()).isTrue();
        assertThat(order).containsExactly("a in", "a out", "c in", "c out");
    }

    @Test
    void aWaiterThatWasGivenTheLockHasItAndTheCancelComesLater() {
        Permit held = lock.tryAcquire();
        Task<Object> task =
                loop.createTask(
                        first(v -> lock.acquire())
                                .then(v -> order.add(v.getClass()))
                                .then(v -> Weft.sleep(Duration.ofSeconds(1)))
                                .last(lock::release));
        loop.callLater(
                Duration.ofSeconds(1),
                () -> {
                    held.close();
                    task.cancel();
                });
        test.runHere(first(v -> Weft.sleep(Duration.ofSeconds(5))));
        assertThat(order).containsExactly(Permit.class);
        assertThat(task.cancelled()).isTrue();
        assertThat(lock.locked()).isFalse();
    }

    @Test
    void aPermitIsGivenBackOnce() {
        Permit first = lock.tryAcquire();
        first.close();
        Permit second = lock.tryAcquire();
        first.close();
        assertThat(lock.locked()).isTrue();
        assertThat(lock.tryAcquire()).isNull();
        second.close();
        assertThat(lock.locked()).isFalse();
    }

    @Test
    void releasingAFreeLockIsAnError() {
        assertThatThrownBy(lock::release)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not locked: release");
    }

    @Test
    void b13_onlyWhoAcquiredItReleasesItByName() {
        loop.createTask(holder("a"), "owner");
        Task<Object> other = loop.createTask(first(v -> order.add("other")).last(lock::release));
        assertThatThrownBy(() -> loop.runUntilComplete(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is held by task owner and not by task");
        assertThat(lock.locked()).isTrue();
    }

    @Test
    void b13_theTaskThatHoldsItCannotAcquireItAgain() {
        assertThatThrownBy(() -> test.runHere(first(v -> lock.acquire()).then(v -> lock.acquire())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it would wait for itself");
    }

    @Test
    void b13_whoWaitsForALockThatIsLeftLockedIsTold() {
        loop.createTask(
                first(v -> lock.acquire()).then(v -> Weft.sleep(Duration.ofSeconds(1))), "gone");
        Task<Object> waiting =
                loop.createTask(first(v -> lock.acquire()).rescue(Throwable::getMessage));
        assertThat((String) loop.runUntilComplete(waiting))
                .startsWith("task gone ended and did not release AsyncLock@");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(1));
        assertThatThrownBy(() -> test.runHere(lock.acquire()))
                .isInstanceOf(AbandonedLockException.class);
        assertThat(lock.tryAcquire()).isNull();
    }

    @Test
    void whatWatchesForTheEndOfATaskDoesNotPileUp() {
        Task<Object> busy = loop.createTask(repeatedly(200));
        Task<Object> other = loop.createTask(repeatedly(200));
        test.runHere(Weft.gather(List.of(first(v -> busy), first(v -> other))));
        assertThat(lock.statistics()).isEqualTo(new AsyncLock.Statistics(false, null, 0));
        assertThat(order).hasSize(400);
        assertThat(order).allMatch(watching -> (int) watching < 9);
    }

    private Script<Object> repeatedly(int times) {
        Script<Object> script = first(v -> null);
        for (int i = 0; i < times; i++) {
            script.then(v -> lock.acquire())
                    .then(v -> Weft.yieldNow())
                    .then(
                            v -> {
                                Object waiters = Task.current().waiters;
                                lock.release();
                                return order.add(waiters instanceof List<?> l ? l.size() : 1);
                            });
        }
        return script;
    }

    @Test
    void locksAcquiredBesideEachOtherAreHeldByTheirPermits() {
        AsyncLock other = new AsyncLock();
        Tuple2<Permit, Permit> both = test.runHere(Weft.gather(lock.acquire(), other.acquire()));
        assertThat(lock.locked() && other.locked()).isTrue();
        assertThat(lock.toString()).contains("which is done");
        both.first().close();
        other.release();
        assertThat(lock.locked() || other.locked()).isFalse();
    }

    @Test
    void statisticsNameTheOwnerAndCountWhoWaits() {
        Task<?> a = loop.createTask(holder("a"));
        loop.createTask(holder("b"));
        loop.callSoon(() -> order.add(lock.statistics()));
        loop.runUntilComplete(a);
        assertThat(order).contains(new AsyncLock.Statistics(true, a, 1));
        assertThat(new AsyncLock().statistics())
                .isEqualTo(new AsyncLock.Statistics(false, null, 0));
    }

    @Test
    void aTimeLimitOnAcquireLeavesNothingBehind() {
        loop.createTask(holder("a"));
        Task<Object> late =
                loop.createTask(
                        first(v -> Weft.waitFor(lock.acquire(), Duration.ofMillis(1)))
                                .rescue(t -> t.getClass()));
        assertThat(loop.runUntilComplete(late)).isEqualTo(AsyncTimeoutException.class);
        assertThat(lock.statistics().waiting()).isZero();
    }
}
