package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncSemaphoreTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void guide002_20_threeAtATimeOfTenTakeFourSeconds() {
        AsyncSemaphore semaphore = new AsyncSemaphore(3);
        List<Task<Object>> tasks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Permit[] permit = new Permit[1];
            tasks.add(
                    loop.createTask(
                            first(v -> semaphore.acquire())
                                    .then(
                                            v -> {
                                                permit[0] = (Permit) v;
                                                order.add(loop.time().toSeconds());
                                                return Weft.sleep(Duration.ofSeconds(1));
                                            })
                                    .last(() -> permit[0].close())));
        }
        List<Object> results = test.runHere(Weft.gather(tasks));
        assertThat(results).hasSize(10);
        assertThat(order).containsExactly(0L, 0L, 0L, 1L, 1L, 1L, 2L, 2L, 2L, 3L);
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(4));
        assertThat(semaphore.statistics()).isEqualTo(new AsyncSemaphore.Statistics(3, 0));
    }

    @Test
    void r5_acquiringAPermitThatIsThereDoesNotSuspend() {
        AsyncSemaphore semaphore = new AsyncSemaphore(5000);
        Script<Object> script = first(v -> loop.callSoon(() -> order.add("callback")));
        for (int i = 0; i < 5000; i++) {
            script.then(v -> semaphore.acquire());
        }
        loop.createTask(script.then(v -> order.add("all acquired")));
        test.settle();
        assertThat(order).containsExactly("all acquired", "callback");
        assertThat(semaphore.locked()).isTrue();
    }

    @Test
    void aNewcomerNeverOvertakesOneWhoWaits() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        Task<Object> waiting =
                loop.createTask(first(v -> semaphore.acquire()).then(v -> order.add("waited")));
        test.settle();
        Task<Object> newcomer =
                loop.createTask(
                        first(
                                        v -> {
                                            semaphore.release();
                                            assertThat(semaphore.locked()).isTrue();
                                            assertThat(semaphore.tryAcquire()).isNull();
                                            semaphore.release();
                                            return semaphore.acquire();
                                        })
                                .then(v -> order.add("newcomer")));
        test.runHere(Weft.gather(List.of(waiting, newcomer)));
        assertThat(order).containsExactlyInAnyOrder("waited", "newcomer");
        assertThat(semaphore.statistics().available()).isZero();
    }

    @Test
    void aCancelledWaiterLosesNoPermit() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        Task<Object> given = loop.createTask(first(v -> semaphore.acquire()));
        Task<Object> next = loop.createTask(first(v -> semaphore.acquire()));
        loop.callLater(
                Duration.ofSeconds(1),
                () -> {
                    given.cancel();
                    semaphore.release();
                });
        loop.runUntilComplete(next);
        assertThat(given.cancelled()).isTrue();
        assertThat(semaphore.statistics()).isEqualTo(new AsyncSemaphore.Statistics(0, 0));
    }

    @Test
    void lessThanNoPermitsAreRefused() {
        assertThatThrownBy(() -> new AsyncSemaphore(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("permits is -1, less than 0");
    }

    @Test
    void releaseAddsAPermitThatNobodyAcquired() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        semaphore.release();
        assertThat(semaphore.locked()).isFalse();
        assertThat(semaphore.tryAcquire()).isNotNull();
    }

    @Test
    void aBoundedOneRefusesAPermitTooMany() {
        AsyncBoundedSemaphore semaphore = new AsyncBoundedSemaphore(1);
        Permit permit = semaphore.tryAcquire();
        semaphore.release();
        assertThatThrownBy(semaphore::release)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has all its 1 permits");
        assertThatThrownBy(permit::close).isInstanceOf(IllegalStateException.class);
        assertThat(semaphore.statistics().available()).isEqualTo(1);
    }
}
