package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SupervisorGroupTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();
    private final Exception failure = new IOException("x");

    @AfterEach
    void close() {
        loop.close();
    }

    private static Script<Object> sleeping(int seconds) {
        return first(v -> Weft.sleep(Duration.ofSeconds(seconds)));
    }

    private Script<Object> failing(int seconds) {
        return sleeping(seconds)
                .then(
                        v -> {
                            throw failure;
                        });
    }

    @Test
    void k3_aChildFailsAloneAndIsReportedAtOnce() {
        Object value =
                test.runHere(
                        Block.in(
                                SupervisorGroup::new,
                                g -> {
                                    g.createTask(failing(1));
                                    g.createTask(sleeping(9).last(() -> order.add("sibling")));
                                    return sleeping(2).then(v -> order.addAll(test.reported()));
                                }));
        assertThat(value).isEqualTo(true);
        assertThat(order).containsExactly(failure, "sibling");
        assertThat(test.reported()).containsExactly(failure);
    }

    @Test
    void k3_aHandlerIsToldInPlaceOfTheLoops() {
        test.runHere(
                Block.in(
                        () ->
                                new SupervisorGroup(
                                        (task, t) -> order.add(task.name() + " " + t.getMessage())),
                        g -> g.createTask(failing(1), "child")));
        assertThat(order).containsExactly("child x");
        loop.close();
        assertThat(test.reports).isEmpty();
    }

    @Test
    void k3_whatTheHandlerThrowsIsReported() {
        RuntimeException thrown = new IllegalStateException("handler");
        test.runHere(
                Block.in(
                        () ->
                                new SupervisorGroup(
                                        (task, t) -> {
                                            throw thrown;
                                        }),
                        g -> g.createTask(failing(1))));
        assertThat(test.reported()).containsExactly(thrown);
    }

    @Test
    void k3_aFailureThatSomebodyAwaitsIsLeftToThem() {
        Object value =
                test.runHere(
                        Block.in(
                                SupervisorGroup::new,
                                g -> first(v -> g.createTask(failing(1))).rescue(t -> t)));
        assertThat(value).isSameAs(failure);
        assertThat(test.reports).isEmpty();
    }

    @Test
    void k3_aFailureOfTheBodyCancelsTheChildrenAndLeavesAsItIs() {
        Object value =
                test.runHere(
                        first(
                                        v ->
                                                Block.in(
                                                        SupervisorGroup::new,
                                                        g -> {
                                                            g.createTask(
                                                                    sleeping(9)
                                                                            .last(
                                                                                    () ->
                                                                                            order
                                                                                                    .add(
                                                                                                            "child")));
                                                            return failing(1);
                                                        }))
                                .rescue(t -> t));
        assertThat(value).isSameAs(failure);
        assertThat(order).containsExactly("child");
        assertThat(loop.time()).isEqualTo(SECOND);
    }

    @Test
    void k3_cancelledOrEndedEarlyItEndsItsChildren() {
        Task<Object> task =
                loop.createTask(
                        Block.in(
                                SupervisorGroup::new,
                                g -> g.createTask(sleeping(9).last(() -> order.add("child")))));
        loop.callLater(SECOND, task::cancel);
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        Object value =
                test.runHere(
                        Block.in(
                                SupervisorGroup::new,
                                g -> {
                                    g.createTask(sleeping(9).last(() -> order.add("another")));
                                    loop.callLater(SECOND, g::cancel);
                                    return first(v -> g.join());
                                }));
        assertThat(value).isEqualTo("left quietly");
        assertThat(order).containsExactly("child", "another");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(2));
    }
}
