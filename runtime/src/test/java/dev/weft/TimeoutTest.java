package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeoutTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofDays(1);

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();
    private Timeout seen;

    @AfterEach
    void close() {
        assertThat(test.reports).isEmpty();
        loop.close();
    }

    private static Block<Timeout> limited(Duration time, Coroutine<?> body) {
        return Block.in(() -> Weft.timeout(time), limit -> body);
    }

    private Script<Object> rethrowing(String where) {
        return first(v -> Weft.sleep(LONG))
                .rescue(
                        t -> {
                            order.add(where + " " + t.getClass().getSimpleName());
                            throw t;
                        });
    }

    private static Script<Object> thenCount(Coroutine<?> block) {
        return first(v -> block)
                .rescue(t -> t)
                .then(t -> t.getClass().getSimpleName() + " " + Task.current().cancelling());
    }

    @Test
    void r60_anExpiredBlockThrowsATimeoutWithTheCancelAsItsCause() {
        Block<Timeout> block =
                Block.in(
                        () -> Weft.timeout(SECOND),
                        limit -> {
                            seen = limit;
                            assertThat(limit.when()).isEqualTo(SECOND);
                            return rethrowing("body");
                        });
        AsyncTimeoutException failure = test.runHere(first(v -> block).rescue(t -> t));
        assertThat(failure).hasCauseInstanceOf(CancelledError.class);
        assertThat(failure.scope()).isSameAs(seen);
        assertThat(seen.expired()).isTrue();
        assertThat(seen.cutShort()).isTrue();
        assertThat(loop.time()).isEqualTo(SECOND);
        assertThat(order).containsExactly("body CancelledError");
    }

    @Test
    void r60_theRequestIsTakenBackAndTheNextAwaitIsUndisturbed() {
        Object after =
                test.runHere(
                        thenCount(limited(SECOND, Weft.sleep(LONG)))
                                .then(order::add)
                                .then(v -> Weft.sleep(SECOND))
                                .then(v -> "undisturbed"));
        assertThat(after).isEqualTo("undisturbed");
        assertThat(order).containsExactly("AsyncTimeoutException 0");
    }

    @Test
    void aBlockThatEndsInTimeGivesItsValueAndLeavesNoTimer() {
        Object value = test.runHere(limited(LONG, Weft.sleep(SECOND, "value")));
        assertThat(value).isEqualTo("value");
        test.settle();
        assertThat(loop.time()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void r61_aSwallowedCancelEndsTheBlockNormally() {
        Object value =
                test.runHere(
                        Block.in(
                                () -> seen = Weft.timeout(SECOND),
                                limit -> first(v -> Weft.sleep(LONG)).rescue(t -> "swallowed")));
        assertThat(value).isEqualTo("swallowed");
        assertThat(seen.expired()).isTrue();
        assertThat(seen.cutShort()).isFalse();
    }

    @Test
    void r62_anotherExceptionPropagatesAndTellsOfTheTimeout() {
        IllegalStateException instead = new IllegalStateException("instead");
        Throwable failure =
                test.runHere(
                        first(
                                        v ->
                                                limited(
                                                        SECOND,
                                                        first(w -> Weft.sleep(LONG))
                                                                .rescue(
                                                                        t -> {
                                                                            throw instead;
                                                                        })))
                                .rescue(t -> t));
        assertThat(failure).isSameAs(instead);
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(failure.getSuppressed()[0]).isInstanceOf(AsyncTimeoutException.class);
        assertThat(loop.time()).isEqualTo(SECOND);
    }

    @Test
    void r62_anExceptionThatWasUnderWayBeforeIsLeftAsItIs() {
        Promise<Object> promise = new Promise<>(loop);
        IllegalStateException failure = new IllegalStateException("before");
        loop.callAt(SECOND, () -> promise.fail(failure));
        Object caught =
                test.runHere(
                        first(v -> limited(SECOND, first(w -> promise)))
                                .rescue(t -> t)
                                .then(order::add)
                                .then(v -> Weft.sleep(SECOND))
                                .then(v -> "undisturbed"));
        assertThat(caught).isEqualTo("undisturbed");
        assertThat(order).containsExactly(failure);
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void r63_aResultInTheIterationOfTheExpiryIsKept() {
        Promise<String> promise = new Promise<>(loop);
        loop.callAt(SECOND, () -> promise.complete("value"));
        Object after =
                test.runHere(
                        first(v -> limited(SECOND, first(w -> promise)))
                                .then(order::add)
                                .then(v -> Weft.sleep(SECOND))
                                .then(v -> Task.current().cancelling()));
        assertThat(after).isEqualTo(0);
        assertThat(order).containsExactly("value");
    }

    @Test
    void r64_withNoTimeLeftABlockThatNeverSuspendsEndsNormally() {
        Object value =
                test.runHere(
                        Block.in(
                                () -> seen = Weft.timeout(Duration.ZERO),
                                limit -> Weft.done("value")));
        assertThat(value).isEqualTo("value");
        assertThat(seen.expired()).isFalse();
        test.settle();
        assertThat(seen.expired()).isFalse();
    }

    @Test
    void r64_withNoTimeLeftTheFirstYieldThrows() {
        Object after =
                test.runHere(
                        thenCount(
                                limited(
                                        Duration.ofSeconds(-1),
                                        first(v -> Weft.yieldNow())
                                                .then(v -> order.add("not reached")))));
        assertThat(after).isEqualTo("AsyncTimeoutException 0");
        assertThat(order).isEmpty();
    }

    @Test
    void r65_noDeadlineIsNoLimitAndCanBecomeOne() {
        Object value =
                test.runHere(
                        Block.in(
                                () -> Weft.timeout(null),
                                limit -> {
                                    assertThat(limit.when()).isNull();
                                    return Weft.sleep(LONG, "value");
                                }));
        assertThat(value).isEqualTo("value");
        Object after =
                test.runHere(
                        thenCount(
                                Block.in(
                                        () -> Weft.timeoutAt(null),
                                        limit -> {
                                            limit.reschedule(loop.time().plus(SECOND));
                                            return Weft.sleep(LONG);
                                        })));
        assertThat(after).isEqualTo("AsyncTimeoutException 0");
        assertThat(loop.time()).isEqualTo(LONG.plus(SECOND));
    }

    @Test
    void r65_aDeadlineIsMovedAndTakenAway() {
        Object value =
                test.runHere(
                        Block.in(
                                () -> Weft.timeoutAt(SECOND),
                                limit -> {
                                    limit.reschedule(Duration.ofSeconds(5));
                                    assertThat(limit.when()).isEqualTo(Duration.ofSeconds(5));
                                    return first(v -> Weft.sleep(Duration.ofSeconds(4)))
                                            .then(
                                                    v -> {
                                                        limit.reschedule(null);
                                                        return Weft.sleep(LONG, "value");
                                                    });
                                }));
        assertThat(value).isEqualTo("value");
    }

    @Test
    void r65_anExpiredOrEndedTimeoutCannotBeMoved() {
        test.runHere(
                first(
                                v ->
                                        Block.in(
                                                () -> seen = Weft.timeout(SECOND),
                                                limit ->
                                                        first(w -> Weft.sleep(LONG))
                                                                .rescue(
                                                                        t -> {
                                                                            assertThatThrownBy(
                                                                                            () ->
                                                                                                    limit
                                                                                                            .reschedule(
                                                                                                                    LONG))
                                                                                    .isInstanceOf(
                                                                                            IllegalStateException
                                                                                                    .class)
                                                                                    .hasMessageContaining(
                                                                                            "expired");
                                                                            throw t;
                                                                        })))
                        .rescue(order::add));
        assertThatThrownBy(() -> seen.reschedule(LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended");
    }

    @Test
    void r66_ofNestedBlocksThatExpireTogetherTheOutermostThrows() {
        List<Timeout> limits = new ArrayList<>();
        Object after =
                test.runHere(
                        thenCount(
                                Block.in(
                                        () -> Weft.timeout(SECOND),
                                        outer -> {
                                            limits.add(outer);
                                            return first(
                                                            v ->
                                                                    Block.in(
                                                                            () ->
                                                                                    Weft.timeout(
                                                                                            SECOND),
                                                                            inner -> {
                                                                                limits.add(inner);
                                                                                return Weft.sleep(
                                                                                        LONG);
                                                                            }))
                                                    .rescue(
                                                            t -> {
                                                                order.add(t.getClass());
                                                                throw t;
                                                            });
                                        })));
        assertThat(after).isEqualTo("AsyncTimeoutException 0");
        assertThat(order).containsExactly(CancelledError.class);
        assertThat(limits).allMatch(Timeout::expired);
        assertThat(limits.get(0).cutShort()).isTrue();
        assertThat(limits.get(1).cutShort()).isFalse();
    }

    @Test
    void r67_anExternalCancelDuringTheExpiryPropagatesAndIsCounted() {
        Task<Object> task =
                loop.createTask(
                        thenCount(
                                limited(
                                        SECOND,
                                        first(v -> Weft.sleep(LONG))
                                                .rescue(
                                                        t ->
                                                                first(v -> Weft.sleep(LONG))
                                                                        .then(
                                                                                v -> {
                                                                                    throw t;
                                                                                })))));
        loop.callLater(Duration.ofSeconds(2), () -> task.cancel("outer"));
        assertThat(loop.runUntilComplete(task)).isEqualTo("CancelledError 1");
    }

    @Test
    void r67_anExternalCancelInTheIterationOfTheExpiryPropagates() {
        Task<Object> task = loop.createTask(limited(SECOND, Weft.sleep(LONG)));
        loop.callAt(SECOND, () -> task.cancel("outer"));
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class)
                .hasMessage("outer");
    }

    @Test
    void r67_anExternalCancelThatIsDeliveredInTheBlockPropagatesThoughItCameBefore() {
        Task<Object> task =
                loop.createTask(
                        first(v -> Task.current().cancel("before"))
                                .then(v -> limited(Duration.ZERO, first(w -> Weft.yieldNow()))));
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class)
                .hasMessage("before");
    }

    @Test
    void r68_itWorksAfterACancelThatWasSwallowed() {
        Task<Object> task =
                loop.createTask(
                        first(v -> Weft.sleep(LONG))
                                .rescue(t -> thenCount(limited(SECOND, Weft.sleep(LONG)))));
        loop.callLater(SECOND, task::cancel);
        assertThat(loop.runUntilComplete(task)).isEqualTo("AsyncTimeoutException 1");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void r68_itNeedsATask() {
        assertThatThrownBy(() -> Weft.timeout(SECOND))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs a task");
        loop.callSoon(
                () ->
                        assertThatThrownBy(() -> Weft.timeout(SECOND))
                                .isInstanceOf(IllegalStateException.class));
        test.settle();
    }

    @Test
    void b6_moveOnAfterLeavesTheBlockQuietly() {
        Object value =
                test.runHere(
                        first(
                                        v ->
                                                Block.in(
                                                        () -> seen = Weft.moveOnAfter(SECOND),
                                                        limit -> rethrowing("body")))
                                .then(order::add)
                                .then(v -> Weft.sleep(SECOND))
                                .then(v -> Task.current().cancelling()));
        assertThat(value).isEqualTo(0);
        assertThat(order).containsExactly("body CancelledError", "left quietly");
        assertThat(seen.cutShort()).isTrue();
    }

    @Test
    void b6_moveOnAtInTimeIsNotCutShort() {
        Object value =
                test.runHere(
                        Block.in(
                                () -> seen = Weft.moveOnAt(LONG),
                                limit -> Weft.sleep(SECOND, "value")));
        assertThat(value).isEqualTo("value");
        assertThat(seen.cutShort()).isFalse();
        assertThat(seen.expired()).isFalse();
    }

    @Test
    void b6_moveOnAfterLetsOtherFailuresAndForeignCancelsPass() {
        Throwable failure =
                test.runHere(
                        first(
                                        v ->
                                                Block.in(
                                                        () -> Weft.moveOnAfter(SECOND),
                                                        limit ->
                                                                Weft.failed(
                                                                        new IllegalStateException(
                                                                                "x"))))
                                .rescue(t -> t));
        assertThat(failure).hasMessage("x");
        Task<Object> task =
                loop.createTask(Block.in(() -> Weft.moveOnAfter(LONG), limit -> Weft.sleep(LONG)));
        loop.callLater(SECOND, task::cancel);
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void k10_theCallersTimeoutIsToldFromAMethodsOwn() {
        Object caught =
                test.runHere(
                        first(
                                v ->
                                        Block.in(
                                                () -> seen = Weft.timeout(LONG),
                                                outer ->
                                                        first(
                                                                        w ->
                                                                                limited(
                                                                                        SECOND,
                                                                                        Weft.sleep(
                                                                                                LONG)))
                                                                .rescue(
                                                                        t ->
                                                                                ((AsyncTimeoutException)
                                                                                                        t)
                                                                                                .scope()
                                                                                        == outer))));
        assertThat(caught).isEqualTo(false);
        assertThat(AsyncTimeoutException.class.getSuperclass()).isEqualTo(RuntimeException.class);
    }

    @Test
    void theMessageSaysWhatWasGiven() {
        Object messages =
                test.runHere(
                        first(v -> limited(SECOND, Weft.sleep(LONG)))
                                .rescue(t -> order.add(t.getMessage()))
                                .then(
                                        v ->
                                                Block.in(
                                                        () -> Weft.timeoutAt(Duration.ofSeconds(5)),
                                                        limit -> Weft.sleep(LONG)))
                                .rescue(Throwable::getMessage));
        assertThat(order).containsExactly("the block took longer than PT1S");
        assertThat(messages).isEqualTo("the block went on after PT5S of the loop's clock");
    }
}
