package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskGroupTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofDays(1);

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();
    private TaskGroup group;

    @AfterEach
    void close() {
        loop.close();
        assertThat(test.reports).isEmpty();
    }

    private Block<TaskGroup> group(Function<TaskGroup, Object> body) {
        return Block.in(() -> group = new TaskGroup(), body);
    }

    private static Script<Object> sleeping(int seconds) {
        return first(v -> Weft.sleep(Duration.ofSeconds(seconds)));
    }

    private static Script<Object> failing(int seconds, Throwable failure) {
        return sleeping(seconds)
                .then(
                        v -> {
                            throw failure;
                        });
    }

    private Script<Object> noting(String name, Script<Object> body) {
        return body.last(() -> order.add(name));
    }

    /** The block's failure and how many requests to cancel are left behind it. */
    private static Script<Object> outcome(Coroutine<?> block) {
        return first(v -> block)
                .rescue(
                        t ->
                                t instanceof ExceptionGroup g
                                        ? g.exceptions()
                                        : t.getClass().getSimpleName())
                .then(v -> v + " " + Task.current().cancelling());
    }

    @Test
    void r40_aGroupNeedsATask() {
        assertThatThrownBy(TaskGroup::new)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TaskGroup needs a task");
    }

    @Test
    void r41_theEndWaitsForChildrenAndForThoseThatTheyAddMeanwhile() {
        Object value =
                test.runHere(
                        group(
                                g -> {
                                    g.createTask(
                                            sleeping(2)
                                                    .then(
                                                            v ->
                                                                    g.createTask(
                                                                            noting(
                                                                                    "grandchild",
                                                                                    sleeping(3)))));
                                    g.createTask(noting("child", sleeping(1)));
                                    return "returned";
                                }));
        assertThat(value).isEqualTo("returned");
        assertThat(order).containsExactly("child", "grandchild");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void r41_aGroupWithoutChildrenDoesNotSuspend() {
        loop.callSoon(() -> order.add("callback"));
        test.runHere(first(v -> group(g -> null)).then(v -> order.add("behind")));
        assertThat(order).containsExactly("callback", "behind");
    }

    @Test
    void r42_aFailureCancelsTheOtherChildrenAndTheBody() {
        Exception failure = new IOException("x");
        Object seen =
                test.runHere(
                        outcome(
                                        group(
                                                g -> {
                                                    g.createTask(failing(1, failure));
                                                    g.createTask(noting("child", sleeping(9)));
                                                    return noting("body", sleeping(9));
                                                }))
                                .then(order::add)
                                .then(v -> Weft.sleep(SECOND))
                                .then(v -> "undisturbed"));
        assertThat(seen).isEqualTo("undisturbed");
        assertThat(order).containsExactly("child", "body", List.of(failure) + " 0");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void r42_aBodyThatAwaitsTheFailingChildLetsItsFailurePassOnce() {
        Exception failure = new IOException("x");
        Object seen =
                test.runHere(outcome(group(g -> first(v -> g.createTask(failing(1, failure))))));
        assertThat(seen).isEqualTo(List.of(failure) + " 0");
    }

    @Test
    void r42_aBodyThatSwallowsTheCancelCannotHideTheFailure() {
        Exception failure = new IOException("x");
        Object seen =
                test.runHere(
                        outcome(
                                group(
                                        g -> {
                                            g.createTask(failing(1, failure));
                                            return sleeping(9).rescue(t -> sleeping(3));
                                        })));
        assertThat(seen).isEqualTo(List.of(failure) + " 0");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void r43_aChildThatEndsCancelledIsIgnored() {
        Object value =
                test.runHere(
                        group(
                                g -> {
                                    Task<Object> child = g.createTask(sleeping(9));
                                    g.createTask(
                                            first(
                                                    v -> {
                                                        throw new CancelledError();
                                                    }));
                                    g.createTask(noting("sibling", sleeping(3)));
                                    return sleeping(1).then(v -> child.cancel());
                                }));
        assertThat(value).isEqualTo(true);
        assertThat(order).containsExactly("sibling");
    }

    @Test
    void r44_failuresStandInTheOrderInWhichTheyHappenedAndTheBodysIsLast() {
        Exception one = new IOException("one");
        Exception two = new IOException("two");
        Exception body = new IllegalStateException("body");
        Object seen =
                test.runHere(
                        outcome(
                                group(
                                        g -> {
                                            g.createTask(failing(1, one));
                                            g.createTask(
                                                    sleeping(9)
                                                            .rescue(
                                                                    t -> {
                                                                        throw two;
                                                                    }));
                                            return sleeping(9)
                                                    .rescue(
                                                            t -> {
                                                                throw body;
                                                            });
                                        })));
        assertThat(seen).isEqualTo(List.of(one, two, body) + " 0");
    }

    @Test
    void r44_theGroupOfASingleFailureIsAGroupAndHasNoCause() {
        ExceptionGroup failure =
                test.runHere(
                        first(v -> group(g -> g.createTask(failing(1, new Exception("x")))))
                                .rescue(t -> t));
        assertThat(failure).hasMessage("unhandled errors in a TaskGroup (1 exception)");
        assertThat(failure.getCause()).isNull();
    }

    @Test
    void r44_itsTraceTellsOfTheBlockAndWhoAwaitsIt() {
        ExceptionGroup failure =
                test.runHere(
                        Script.script("caller")
                                .then(v -> group(g -> g.createTask(failing(1, new Exception()))))
                                .rescue(t -> t));
        assertThat(failure.getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .containsExactly("block", "caller");
    }

    @Test
    void r45_aFailureOfTheBodyCancelsTheChildren() {
        Exception failure = new IOException("body");
        Object seen =
                test.runHere(
                        outcome(
                                group(
                                        g -> {
                                            g.createTask(noting("child", sleeping(9)));
                                            return failing(1, failure);
                                        })));
        assertThat(seen).isEqualTo(List.of(failure) + " 0");
        assertThat(order).containsExactly("child");
        assertThat(loop.time()).isEqualTo(SECOND);
    }

    @Test
    void r45_aCancelledBodyCancelsTheChildrenAndStaysCancelled() {
        Task<Object> task =
                loop.createTask(
                        outcome(
                                group(
                                        g -> {
                                            g.createTask(noting("child", sleeping(9)));
                                            return noting("body", sleeping(9));
                                        })));
        loop.callLater(SECOND, task::cancel);
        assertThat(loop.runUntilComplete(task)).isEqualTo("CancelledError 1");
        assertThat(order).containsExactly("body", "child");
    }

    @Test
    void r46_aVirtualMachineErrorIsThrownAsItIs() {
        Error fatal = new OutOfMemoryError("made up");
        Exception other = new IOException("other");
        Object seen =
                test.runHere(
                        first(
                                        v ->
                                                group(
                                                        g -> {
                                                            g.createTask(failing(1, other));
                                                            g.createTask(failing(1, fatal));
                                                            return null;
                                                        }))
                                .rescue(t -> t));
        assertThat(seen).isSameAs(fatal);
        assertThat(fatal.getSuppressed()).containsExactly(other);
    }

    @Test
    void otherErrorsAreGrouped() {
        AssertionError failure = new AssertionError("x");
        Object seen = test.runHere(outcome(group(g -> g.createTask(failing(1, failure)))));
        assertThat(seen).isEqualTo(List.of(failure) + " 0");
    }

    @Test
    void r47_cancelsDuringTheEndCancelTheChildrenAndAbandonNone() {
        Task<Object> task =
                loop.createTask(
                        outcome(
                                group(
                                        g ->
                                                g.createTask(
                                                        noting(
                                                                "child",
                                                                sleeping(9)
                                                                        .rescue(
                                                                                t ->
                                                                                        sleeping(
                                                                                                5)))))));
        loop.callLater(SECOND, task::cancel);
        loop.callLater(Duration.ofSeconds(2), task::cancel);
        assertThat(loop.runUntilComplete(task)).isEqualTo("CancelledError 2");
        assertThat(order).containsExactly("child");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void r48_afterAnErrorAndAnExternalCancelTheGroupIsThrownAndTheCancelStaysPending() {
        Exception failure = new IOException("x");
        Task<Object> task =
                loop.createTask(
                        outcome(
                                        group(
                                                g -> {
                                                    g.createTask(
                                                            sleeping(9)
                                                                    .rescue(
                                                                            t -> {
                                                                                throw failure;
                                                                            }));
                                                    return sleeping(9);
                                                }))
                                .then(order::add)
                                .then(v -> Weft.yieldNow())
                                .rescue(
                                        t ->
                                                order.add(
                                                        t.getClass().getSimpleName()
                                                                + " "
                                                                + Task.current().cancelling())));
        loop.callLater(SECOND, task::cancel);
        loop.runUntilComplete(task);
        assertThat(order).containsExactly(List.of(failure) + " 1", "CancelledError 1");
    }

    @Test
    void r48_anExternalCancelInTheIterationOfAFailureStaysPending() {
        Exception failure = new IOException("x");
        Task<Object> task =
                loop.createTask(
                        outcome(
                                        group(
                                                g -> {
                                                    g.createTask(failing(1, failure));
                                                    return sleeping(9);
                                                }))
                                .then(order::add)
                                .then(v -> Weft.sleep(LONG)));
        loop.callLater(SECOND, task::cancel);
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly(List.of(failure) + " 1");
        assertThat(loop.time()).isEqualTo(SECOND);
    }

    @Test
    void r48_aCancelThatWasSwallowedBeforeTheBlockIsNoneOfIts() {
        Exception failure = new IOException("x");
        Task<Object> task =
                loop.createTask(
                        sleeping(9)
                                .rescue(t -> outcome(group(g -> g.createTask(failing(1, failure)))))
                                .then(order::add)
                                .then(v -> Weft.sleep(SECOND))
                                .then(v -> "undisturbed"));
        loop.callLater(SECOND, task::cancel);
        assertThat(loop.runUntilComplete(task)).isEqualTo("undisturbed");
        assertThat(order).containsExactly(List.of(failure) + " 1");
    }

    @Test
    void r49_innerAndOuterFailuresInOneIterationAreBothReported() {
        Exception inner = new IOException("inner");
        Exception outer = new IOException("outer");
        Throwable[] innerGroup = new Throwable[1];
        Object seen =
                test.runHere(
                        outcome(
                                group(
                                        o -> {
                                            o.createTask(failing(1, outer));
                                            return first(
                                                            v ->
                                                                    group(
                                                                            i -> {
                                                                                i.createTask(
                                                                                        failing(
                                                                                                1,
                                                                                                inner));
                                                                                return sleeping(9);
                                                                            }))
                                                    .rescue(
                                                            t -> {
                                                                innerGroup[0] = t;
                                                                order.add(
                                                                        Task.current()
                                                                                .cancelling());
                                                                return Weft.yieldNow();
                                                            })
                                                    .rescue(
                                                            t -> {
                                                                order.add(
                                                                        t.getClass()
                                                                                .getSimpleName());
                                                                throw innerGroup[0];
                                                            });
                                        })));
        assertThat(order).containsExactly(1, "CancelledError");
        assertThat(((ExceptionGroup) innerGroup[0]).exceptions()).containsExactly(inner);
        assertThat(seen).isEqualTo(List.of(outer, innerGroup[0]) + " 0");
    }

    @Test
    void r50_noTasksAreMadeWhileItIsBeingCancelledNorAfterwards() {
        Object seen =
                test.runHere(
                        first(
                                        v ->
                                                group(
                                                        g -> {
                                                            g.createTask(
                                                                    failing(1, new IOException()));
                                                            return sleeping(9)
                                                                    .rescue(
                                                                            t ->
                                                                                    g.createTask(
                                                                                            sleeping(
                                                                                                    1)));
                                                        }))
                                .rescue(t -> t));
        assertThat(((ExceptionGroup) seen).exceptions().get(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is being cancelled");
        assertThatThrownBy(() -> group.createTask(sleeping(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void joinWaitsWithinTheBlockForAllChildren() {
        Object value =
                test.runHere(
                        group(
                                g -> {
                                    Task<Object> one = g.createTask(sleeping(1).then(v -> 1));
                                    Task<Object> two = g.createTask(sleeping(2).then(v -> 2));
                                    return first(v -> g.join())
                                            .then(v -> order.add(one.result() + "" + two.result()))
                                            .then(v -> g.join())
                                            .then(v -> g.createTask(sleeping(3)))
                                            .then(v -> "value");
                                }));
        assertThat(value).isEqualTo("value");
        assertThat(order).containsExactly("12");
    }

    @Test
    void joinIsEndedByAFailureOfAChildAndByACancel() {
        Exception failure = new IOException("x");
        Object seen =
                test.runHere(
                        outcome(
                                group(
                                        g -> {
                                            g.createTask(failing(1, failure));
                                            return noting("joined", first(v -> g.join()))
                                                    .rescue(
                                                            t -> {
                                                                order.add(t.getClass());
                                                                throw t;
                                                            });
                                        })));
        assertThat(seen).isEqualTo(List.of(failure) + " 0");
        assertThat(order).containsExactly("joined", CancelledError.class);
    }

    @Test
    void joinIsForTheTaskOfTheBlock() {
        Throwable failure =
                test.runHere(
                        first(v -> group(g -> g.createTask(first(w -> g.join()))))
                                .rescue(t -> ((ExceptionGroup) t).exceptions().get(0)));
        assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("by its own task only");
    }

    @Test
    void cancelByTheBodyEndsTheBlockQuietly() {
        Object value =
                test.runHere(
                        first(
                                        v ->
                                                group(
                                                        g -> {
                                                            g.createTask(
                                                                    noting("child", sleeping(9)));
                                                            return sleeping(1)
                                                                    .then(
                                                                            w -> {
                                                                                g.cancel();
                                                                                g.cancel();
                                                                                return Weft.sleep(
                                                                                        LONG);
                                                                            });
                                                        }))
                                .then(order::add)
                                .then(v -> Weft.sleep(SECOND))
                                .then(v -> Task.current().cancelling()));
        assertThat(value).isEqualTo(0);
        assertThat(order).containsExactly("child", "left quietly");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(2));
        group.cancel();
    }

    @Test
    void cancelByAChildDuringTheEndEndsTheBlockQuietly() {
        Object value =
                test.runHere(
                        group(
                                g -> {
                                    g.createTask(noting("sibling", sleeping(9)));
                                    g.createTask(
                                            sleeping(1)
                                                    .then(
                                                            v -> {
                                                                g.cancel();
                                                                return Weft.sleep(LONG);
                                                            }));
                                    return "value";
                                }));
        assertThat(value).isEqualTo("value");
        assertThat(order).containsExactly("sibling");
    }

    @Test
    void cancelHidesNoFailureAndNoExternalCancel() {
        Exception failure = new IOException("x");
        Object seen =
                test.runHere(
                        outcome(
                                group(
                                        g -> {
                                            g.createTask(
                                                    sleeping(9)
                                                            .rescue(
                                                                    t -> {
                                                                        throw failure;
                                                                    }));
                                            loop.callLater(SECOND, g::cancel);
                                            return sleeping(9);
                                        })));
        assertThat(seen).isEqualTo(List.of(failure) + " 0");
        Task<Object> task =
                loop.createTask(
                        outcome(
                                group(
                                        g -> {
                                            loop.callLater(SECOND, g::cancel);
                                            return sleeping(9);
                                        })));
        loop.callLater(SECOND, task::cancel);
        assertThat(loop.runUntilComplete(task)).isEqualTo("CancelledError 1");
    }

    @Test
    void b10_startGivesWhatTheChildReportsWhichThenGoesOn() {
        Object value =
                test.runHere(
                        group(
                                g ->
                                        first(
                                                        v ->
                                                                g.<Integer>start(
                                                                        ready ->
                                                                                sleeping(1)
                                                                                        .then(
                                                                                                w -> {
                                                                                                    ready
                                                                                                            .started(
                                                                                                                    8080);
                                                                                                    return Weft
                                                                                                            .sleep(
                                                                                                                    SECOND);
                                                                                                })
                                                                                        .last(
                                                                                                () ->
                                                                                                        order
                                                                                                                .add(
                                                                                                                        "served"))))
                                                .then(
                                                        v -> {
                                                            order.add(v + " " + loop.time());
                                                            return v;
                                                        })));
        assertThat(value).isEqualTo(8080);
        assertThat(order).containsExactly("8080 PT1S", "served");
    }

    @Test
    void b10_aFailureBeforeTheReportGoesToTheCallerAndNotToTheGroup() {
        Exception failure = new IOException("in use");
        Object value =
                test.runHere(
                        group(
                                g -> {
                                    g.createTask(noting("sibling", sleeping(3)));
                                    return first(v -> g.start(ready -> failing(1, failure)))
                                            .rescue(t -> t);
                                }));
        assertThat(value).isSameAs(failure);
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void b10_aFailureAfterTheReportIsTheGroups() {
        Exception failure = new IOException("later");
        Object seen =
                test.runHere(
                        outcome(
                                group(
                                        g ->
                                                first(
                                                                v ->
                                                                        g.start(
                                                                                ready ->
                                                                                        first(
                                                                                                        w -> {
                                                                                                            ready
                                                                                                                    .started(
                                                                                                                            null);
                                                                                                            return null;
                                                                                                        })
                                                                                                .then(
                                                                                                        w ->
                                                                                                                failing(
                                                                                                                        1,
                                                                                                                        failure))))
                                                        .then(v -> sleeping(9)))));
        assertThat(seen).isEqualTo(List.of(failure) + " 0");
    }

    @Test
    void b10_aChildThatEndsWithoutAReportIsAMistake() {
        Throwable failure =
                test.runHere(group(g -> first(v -> g.start(ready -> sleeping(1))).rescue(t -> t)));
        assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not say that it started");
    }

    @Test
    void b10_cancellingTheStartCancelsTheChildAndWaitsForIt() {
        Object value =
                test.runHere(
                        group(
                                g ->
                                        Block.in(
                                                () -> Weft.moveOnAfter(SECOND),
                                                limit ->
                                                        g.start(
                                                                ready ->
                                                                        noting(
                                                                                "child",
                                                                                sleeping(9)
                                                                                        .rescue(
                                                                                                t ->
                                                                                                        sleeping(
                                                                                                                        2)
                                                                                                                .then(
                                                                                                                        v -> {
                                                                                                                            throw t;
                                                                                                                        })))))));
        assertThat(value).isEqualTo("left quietly");
        assertThat(order).containsExactly("child");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void b10_aSecondReportIsAMistake() {
        Throwable failure =
                test.runHere(
                        first(
                                        v ->
                                                group(
                                                        g ->
                                                                g.start(
                                                                        ready ->
                                                                                first(
                                                                                                w -> {
                                                                                                    ready
                                                                                                            .started(
                                                                                                                    1);
                                                                                                    return 1;
                                                                                                })
                                                                                        .then(
                                                                                                w -> {
                                                                                                    ready
                                                                                                            .started(
                                                                                                                    2);
                                                                                                    return 2;
                                                                                                }))))
                                .rescue(t -> ((ExceptionGroup) t).exceptions().get(0)));
        assertThat(failure).hasMessageContaining("says twice");
    }

    @Test
    void aGroupOfAHundredThousandKeepsOnlyThoseThatRun() {
        Object value =
                test.runHere(
                        group(
                                g -> {
                                    Script<Object> body = sleeping(0);
                                    for (int i = 0; i < 100; i++) {
                                        body.then(
                                                v -> {
                                                    for (int k = 0; k < 1000; k++) {
                                                        g.createTask(first(w -> order.add(1)));
                                                    }
                                                    return Weft.yieldNow();
                                                });
                                    }
                                    return body.then(v -> "value");
                                }));
        assertThat(value).isEqualTo("value");
        assertThat(order).hasSize(100_000);
    }
}
