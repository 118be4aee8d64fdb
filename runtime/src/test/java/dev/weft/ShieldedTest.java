package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShieldedTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofDays(1);

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        assertThat(test.reports).isEmpty();
        loop.close();
    }

    private static Block<Shielded> shielded(Object body) {
        return Block.in(Weft::shielded, shield -> body);
    }

    private static Script<Object> sleeping(int seconds) {
        return first(v -> Weft.sleep(Duration.ofSeconds(seconds)));
    }

    private Script<Object> noting(String where, Supplier<? extends Coroutine<?>> body) {
        return first(v -> body.get())
                .rescue(t -> t.getClass().getSimpleName())
                .then(v -> order.add(where + " " + v + " " + Task.current().cancelling()))
                .then(v -> null);
    }

    @Test
    void b5_aCancelIsHeldBackUntilTheBlockEndsAndDeliveredBehindIt() {
        Task<Object> task =
                loop.createTask(
                        noting("inside", () -> shielded(sleeping(5).then(v -> "ended")))
                                .then(v -> Weft.sleep(LONG))
                                .rescue(
                                        t -> {
                                            order.add(t.getMessage());
                                            throw t;
                                        }));
        loop.callLater(SECOND, () -> task.cancel("why"));
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly("inside ended 1", "why");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void b5_cleanUpInAFinallyIsNotInterruptedByASecondCancel() {
        Task<Object> task =
                loop.createTask(
                        first(v -> Weft.sleep(LONG))
                                .rescue(
                                        t ->
                                                first(v -> shielded(sleeping(5)))
                                                        .then(v -> order.add("cleaned up"))
                                                        .then(
                                                                v -> {
                                                                    throw t;
                                                                })));
        loop.callLater(SECOND, task::cancel);
        loop.callLater(Duration.ofSeconds(2), task::cancel);
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly("cleaned up");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(6));
        assertThat(task.cancelling()).isEqualTo(2);
    }

    @Test
    void b5_aCancelThatWaitsToBeDeliveredIsHeldBackAsWell() {
        Task<Object> task =
                loop.createTask(
                        first(v -> Task.current().cancel())
                                .then(v -> shielded(sleeping(5)))
                                .then(v -> order.add("ended"))
                                .then(v -> Weft.yieldNow())
                                .then(v -> order.add("not reached")));
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly("ended");
    }

    @Test
    void b5_aTimeoutAroundTheShieldExpiresBehindIt() {
        test.runHere(
                noting(
                        "behind",
                        () ->
                                Block.in(
                                        () -> Weft.timeout(SECOND),
                                        limit ->
                                                first(v -> shielded(sleeping(5)))
                                                        .then(v -> order.add("ended"))
                                                        .then(v -> Weft.sleep(LONG)))));
        assertThat(order).containsExactly("ended", "behind AsyncTimeoutException 0");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void b5_aTimeoutAroundTheShieldThatIsNotAwaitedBehindItIsWithdrawn() {
        Object after =
                test.runHere(
                        first(
                                        v ->
                                                Block.in(
                                                        () -> Weft.timeout(SECOND),
                                                        limit ->
                                                                first(
                                                                        w ->
                                                                                shielded(
                                                                                        timeoutsOf(
                                                                                                2)))))
                                .then(v -> Weft.sleep(SECOND))
                                .then(v -> Task.current().cancelling()));
        assertThat(after).isEqualTo(0);
    }

    /** Sleeps, each cut short. */
    private Script<Object> timeoutsOf(int count) {
        Script<Object> script = sleeping(0);
        for (int i = 0; i < count; i++) {
            script.then(v -> Block.in(() -> Weft.moveOnAfter(SECOND), l -> Weft.sleep(LONG)));
        }
        return script;
    }

    @Test
    void b5_aTimeoutWithinTheShieldWorksInSpiteOfACancelThatIsHeldBack() {
        Task<Object> task =
                loop.createTask(
                        first(
                                        v ->
                                                shielded(
                                                        noting(
                                                                "inside",
                                                                () ->
                                                                        Block.in(
                                                                                () ->
                                                                                        Weft
                                                                                                .timeout(
                                                                                                        Duration
                                                                                                                .ofSeconds(
                                                                                                                        3)),
                                                                                l ->
                                                                                        Weft.sleep(
                                                                                                LONG)))))
                                .then(v -> Weft.yieldNow())
                                .rescue(t -> order.add(t.getClass().getSimpleName())));
        loop.callLater(SECOND, task::cancel);
        loop.runUntilComplete(task);
        assertThat(order).containsExactly("inside AsyncTimeoutException 1", "CancelledError");
    }

    @Test
    void b5_waitForWithinTheShieldWorks() {
        Task<Object> task =
                loop.createTask(
                        shielded(
                                noting(
                                        "inside",
                                        () -> Weft.waitFor(sleeping(50), Duration.ofSeconds(3)))));
        loop.callLater(SECOND, task::cancel);
        loop.runUntilComplete(task);
        assertThat(order).containsExactly("inside AsyncTimeoutException 1");
    }

    @Test
    void b5_aChildsFailureCancelsAGroupWithinTheShield() {
        Task<Object> task =
                loop.createTask(
                        shielded(
                                noting(
                                        "inside",
                                        () ->
                                                Block.in(
                                                        TaskGroup::new,
                                                        group -> {
                                                            group.createTask(
                                                                    sleeping(3)
                                                                            .then(
                                                                                    v -> {
                                                                                        throw new Exception();
                                                                                    }));
                                                            return Weft.sleep(LONG);
                                                        }))));
        loop.callLater(SECOND, task::cancel);
        loop.runUntilComplete(task);
        assertThat(order).containsExactly("inside ExceptionGroup 1");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void b5_ofNestedShieldsEachHoldsBackWhatComesFromOutsideOfIt() {
        Task<Object> task =
                loop.createTask(
                        noting(
                                "outside",
                                () ->
                                        shielded(
                                                Block.in(
                                                        () -> Weft.moveOnAfter(SECOND),
                                                        limit ->
                                                                first(v -> shielded(sleeping(5)))
                                                                        .then(
                                                                                v ->
                                                                                        order.add(
                                                                                                "inner ended"))
                                                                        .then(
                                                                                v ->
                                                                                        Weft.sleep(
                                                                                                LONG))))));
        loop.callLater(Duration.ofSeconds(2), task::cancel);
        loop.runUntilComplete(task);
        assertThat(order).containsExactly("inner ended", "outside left quietly 1");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void b5_itsOwnDeadlineCutsItShortQuietly() {
        Shielded[] shield = new Shielded[1];
        Task<Object> task =
                loop.createTask(
                        noting(
                                        "outside",
                                        () ->
                                                Block.in(
                                                        () ->
                                                                shield[0] =
                                                                        Weft.shielded(
                                                                                Duration.ofSeconds(
                                                                                        3)),
                                                        s -> Weft.sleep(LONG)))
                                .then(v -> Weft.sleep(LONG)));
        loop.callLater(SECOND, task::cancel);
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly("outside left quietly 1");
        assertThat(shield[0].cutShort()).isTrue();
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void b5_uncancelWithinTheBlockWithdrawsWhatIsHeldBack() {
        Task<Object> task =
                loop.createTask(
                        first(v -> shielded(sleeping(5).then(w -> Task.current().uncancel())))
                                .then(v -> Weft.sleep(SECOND))
                                .then(v -> "undisturbed"));
        loop.callLater(SECOND, task::cancel);
        assertThat(loop.runUntilComplete(task)).isEqualTo("undisturbed");
    }

    @Test
    void b5_aTaskThatAShieldedOneAwaitsIsNotCancelledEither() {
        Task<Object> inner = loop.createTask(sleeping(5).then(v -> "inner"));
        Task<Object> task =
                loop.createTask(first(v -> shielded(first(w -> inner))).then(order::add));
        loop.callLater(SECOND, task::cancel);
        loop.runUntilComplete(task);
        assertThat(order).containsExactly("inner");
    }
}
