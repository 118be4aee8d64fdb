package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncCapacityLimiterTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();
    private final AsyncCapacityLimiter limiter = new AsyncCapacityLimiter(1);

    @AfterEach
    void close() {
        loop.close();
    }

    private Task<Object> borrower(String name) {
        return loop.createTask(
                first(v -> limiter.acquire())
                        .then(v -> order.add(name))
                        .then(v -> Weft.sleep(Duration.ofSeconds(1)))
                        .last(limiter::release));
    }

    @Test
    void b12_tokensGoToBorrowersInTheOrderOfAsking() {
        Task<?> a = borrower("a");
        Task<?> b = borrower("b");
        loop.callSoon(() -> order.add(limiter.statistics()));
        test.runHere(Weft.gather(List.of(a, b)));
        assertThat(order)
                .containsExactly("a", new AsyncCapacityLimiter.Statistics(1, 1, Set.of(a), 1), "b");
        assertThat(limiter.available()).isEqualTo(1);
    }

    @Test
    void b12_borrowingTwiceIsAnError() {
        Permit permit = limiter.tryAcquireOnBehalfOf("ada");
        assertThat(permit).isNotNull();
        assertThatThrownBy(() -> limiter.tryAcquireOnBehalfOf("ada"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ada has a token of AsyncCapacityLimiter@");
        assertThatThrownBy(() -> test.runHere(limiter.acquireOnBehalfOf("ada")))
                .isInstanceOf(IllegalStateException.class);
        loop.createTask(limiter.acquireOnBehalfOf("grace"));
        test.settle();
        assertThatThrownBy(() -> test.runHere(limiter.acquireOnBehalfOf("grace")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("grace waits for a token");
    }

    @Test
    void b12_givingBackWhatOneDoesNotHaveIsAnError() {
        assertThatThrownBy(() -> limiter.releaseOnBehalfOf("ada"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ada has no token");
        assertThatThrownBy(limiter::release)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("releaseOnBehalfOf");
    }

    @Test
    void b12_theTotalCanBeChangedAtAnyTime() {
        borrower("a");
        borrower("b");
        borrower("c");
        loop.callLater(Duration.ofMillis(500), () -> limiter.setTotal(2));
        loop.callLater(Duration.ofMillis(600), () -> limiter.setTotal(0));
        loop.callLater(Duration.ofMillis(700), () -> order.add(limiter.available()));
        loop.callLater(Duration.ofSeconds(9), () -> limiter.setTotal(1));
        test.runHere(first(v -> Weft.sleep(Duration.ofSeconds(8))));
        assertThat(order).containsExactly("a", "b", -2);
        test.runHere(first(v -> Weft.sleep(Duration.ofSeconds(8))));
        assertThat(order).endsWith("c");
        assertThat(limiter.borrowed()).isZero();
    }

    @Test
    void aPermitThatWasReleasedByNameIsSpent() {
        Permit first = limiter.tryAcquireOnBehalfOf("ada");
        limiter.releaseOnBehalfOf("ada");
        assertThat(limiter.tryAcquireOnBehalfOf("ada")).isNotNull();
        first.close();
        assertThat(limiter.borrowed()).isEqualTo(1);
        assertThat(limiter.tryAcquireOnBehalfOf("grace")).isNull();
    }

    @Test
    void aCancelledBorrowerCanAskAgain() {
        limiter.setTotal(0);
        Task<Object> task =
                loop.createTask(
                        first(v -> limiter.acquire())
                                .rescue(t -> limiter.acquire())
                                .then(v -> "got it"));
        loop.callLater(Duration.ofSeconds(1), task::cancel);
        loop.callLater(Duration.ofSeconds(2), () -> limiter.setTotal(1));
        assertThat(loop.runUntilComplete(task)).isEqualTo("got it");
        assertThat(limiter.statistics().waiting()).isZero();
    }
}
