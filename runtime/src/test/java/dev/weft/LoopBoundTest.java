package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A primitive belongs to the loop on which it is first used. */
class LoopBoundTest {
    @Test
    void anotherThreadIsRefusedAndToldTheWay() {
        AsyncEvent event = new AsyncEvent();
        TestLoop.run(first(v -> event.isSet()));
        assertThatThrownBy(() -> CompletableFuture.runAsync(event::set).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AsyncEvent@")
                .hasMessageContaining(".set belongs to the event loop of thread \"")
                .hasMessageContaining(Thread.currentThread().getName())
                .hasMessageContaining("go there with loop.callSoonThreadsafe or loop.submit");
    }

    @Test
    void anotherLoopInTheSameThreadIsRefused() {
        AsyncSemaphore semaphore = new AsyncSemaphore(3);
        TestLoop.run(first(v -> semaphore.acquire()));
        assertThatThrownBy(() -> TestLoop.run(first(v -> semaphore.acquire())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("belongs to another event loop than task")
                .hasMessageContaining("loop.submit");
        assertThatThrownBy(() -> TestLoop.run(first(v -> semaphore.locked())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another event loop than the one in which locked was called");
    }

    @Test
    void whatIsMadeBeforeTheLoopRunsCanBePrepared() {
        AsyncQueue<String> queue = new AsyncQueue<>(2);
        queue.putNowait("a");
        assertThat(TestLoop.<Object>run(first(v -> queue.get()))).isEqualTo("a");
    }

    @Test
    void betweenTheRunsOfItsLoopItCanBeUsed() {
        try (TestLoop test = new TestLoop()) {
            AsyncEvent event = new AsyncEvent();
            test.runHere(first(v -> event.isSet()));
            event.set();
            test.runHere(first(v -> event.await()));
            assertThat(event.isSet()).isTrue();
        }
    }

    @Test
    void aPermitIsClosedInItsLoopOnly() {
        AsyncLock lock = new AsyncLock();
        Permit permit = TestLoop.run(first(v -> lock.acquire()));
        assertThatThrownBy(() -> CompletableFuture.runAsync(permit::close).join())
                .hasCauseInstanceOf(IllegalStateException.class);
        permit.close();
        assertThat(lock.locked()).isFalse();
    }
}
