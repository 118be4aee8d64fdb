package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScopeNestingTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofDays(1);

    private final TestLoop test = new TestLoop();
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        test.loop.close();
    }

    @Test
    void b25_closingAnOuterScopeBeforeAnInnerOneIsRefused() {
        Throwable failure =
                test.runHere(
                        first(
                                        v -> {
                                            Timeout outer = Weft.timeout(SECOND);
                                            Weft.timeout(SECOND);
                                            return outer.exit(null);
                                        })
                                .rescue(t -> t)
                                .then(order::add)
                                .then(v -> Weft.sleep(LONG))
                                .then(v -> order.get(0)));
        assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Timeout of task Task-1 is closed while Timeout of task Task-1 is open,"
                                + " which was opened after it: open each in a try-with-resources of"
                                + " its own");
        assertThat(test.reports).isEmpty();
    }

    @Test
    void b25_aGroupThatIsClosedTooEarlyIsCancelled() {
        Throwable failure =
                test.runHere(
                        first(
                                        v -> {
                                            Timeout outer = Weft.timeout(SECOND);
                                            TaskGroup inner = new TaskGroup();
                                            inner.createTask(
                                                    first(w -> Weft.sleep(LONG))
                                                            .last(() -> order.add("child")));
                                            return outer.exit(null);
                                        })
                                .rescue(t -> first(v -> Weft.sleep(SECOND)).then(v -> t)));
        assertThat(failure).isInstanceOf(IllegalStateException.class);
        assertThat(order).containsExactly("child");
    }

    @Test
    void b25_anotherTaskCannotCloseIt() {
        Object value =
                test.runHere(
                        Block.in(
                                TaskGroup::new,
                                group ->
                                        first(
                                                v ->
                                                        Weft.createTask(
                                                                Script.<Object>script("other")
                                                                        .then(w -> group.exit(null))
                                                                        .rescue(
                                                                                Throwable
                                                                                        ::getMessage)))));
        assertThat(value)
                .isEqualTo(
                        "TaskGroup of task Task-1 was opened by task Task-1 and is closed by task"
                                + " Task-2");
    }

    @Test
    void b25_aScopeThatIsNeverClosedIsReportedAtItsTasksEnd() {
        test.runHere(first(v -> Weft.timeout(SECOND)).then(v -> "value"));
        test.settle();
        assertThat(test.reports).hasSize(1);
        assertThat(test.reports.get(0).message())
                .isEqualTo(
                        "task Task-1 ended and did not close Timeout of task Task-1: open it in a"
                                + " try-with-resources");
        assertThat(test.loop.time()).isLessThan(SECOND);
    }

    @Test
    void closingAgainDoesNothing() {
        Object value =
                test.runHere(
                        first(
                                v -> {
                                    Timeout limit = Weft.timeout(SECOND);
                                    limit.exit(null).awaitFrom(new ValueCoroutine<>(null));
                                    return limit.exit(new IllegalStateException("x"));
                                }));
        assertThat(value).isInstanceOf(IllegalStateException.class);
    }
}
