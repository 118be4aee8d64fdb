package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What asyncio says of eager tasks. */
class EagerStartTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    private Script<Object> twoSteps() {
        return first(v -> order.add("start"))
                .then(v -> Weft.yieldNow())
                .then(v -> order.add("end"));
    }

    @Test
    void theFirstStepRunsWithinCreateTask() {
        test.runHere(
                first(
                        v -> {
                            order.add("before");
                            Task<Object> task = Weft.createTask(twoSteps(), TaskStart.EAGER);
                            order.add("after");
                            return task;
                        }));
        assertThat(order).containsExactly("before", "start", "after", "end");
    }

    @Test
    void theDefaultIsLazyAndALoopCanBeToldOtherwise() {
        test.runHere(
                first(
                        v -> {
                            assertThat(loop.taskFactory()).isEqualTo(TaskStart.LAZY);
                            loop.setTaskFactory(TaskStart.EAGER);
                            Task<Object> task = Weft.createTask(twoSteps());
                            order.add("after");
                            return task;
                        }));
        assertThat(order).containsExactly("start", "after", "end");
        test.runHere(
                first(
                        v -> {
                            order.clear();
                            Task<Object> task = Weft.createTask(twoSteps(), TaskStart.LAZY);
                            order.add("after");
                            return task;
                        }));
        assertThat(order).containsExactly("after", "start", "end");
    }

    @Test
    void aTaskThatNeverSuspendsIsDoneOnReturnAndWasNeverScheduled() {
        test.runHere(
                first(
                        v -> {
                            Task<Object> task =
                                    Weft.createTask(first(w -> "value"), TaskStart.EAGER);
                            assertThat(task.done()).isTrue();
                            assertThat(task.result()).isEqualTo("value");
                            assertThat(Task.all()).doesNotContain(task);
                            return null;
                        }));
    }

    @Test
    void aFailureIsKeptInTheTaskAndNotThrown() {
        IOException failure = new IOException("x");
        Object seen =
                test.runHere(
                        first(
                                        v ->
                                                Weft.createTask(
                                                                first(
                                                                        w -> {
                                                                            throw failure;
                                                                        }),
                                                                TaskStart.EAGER)
                                                        .exception())
                                .then(v -> v));
        assertThat(seen).isSameAs(failure);
    }

    @Test
    void theCurrentTaskIsSwappedForTheDuration() {
        test.runHere(
                first(
                        v -> {
                            Task<?> outer = Task.current();
                            Task<Object> inner =
                                    Weft.createTask(
                                            first(w -> order.add(Task.current())), TaskStart.EAGER);
                            assertThat(order).containsExactly(inner);
                            assertThat(Task.current()).isSameAs(outer);
                            return null;
                        }));
    }

    @Test
    void itHasAContextOfItsOwn() {
        ContextVar<String> var = ContextVar.of("var");
        test.runHere(
                first(
                        v -> {
                            var.set("outer");
                            Weft.createTask(
                                    first(
                                            w -> {
                                                order.add(var.get());
                                                return var.set("inner");
                                            }),
                                    TaskStart.EAGER);
                            order.add(var.get());
                            return null;
                        }));
        assertThat(order).containsExactly("outer", "outer");
    }

    @Test
    void whereTheLoopDoesNotRunItStartsInTheNextIteration() {
        loop.setTaskFactory(TaskStart.EAGER);
        Task<Object> task = loop.createTask(twoSteps());
        assertThat(order).isEmpty();
        loop.runUntilComplete(task);
        assertThat(order).containsExactly("start", "end");
    }

    @Test
    void gatherOfTasksThatAllEndAtOnceDoesNotSuspend() {
        Object value =
                test.runHere(
                        first(v -> Weft.yieldNow())
                                .then(
                                        v -> {
                                            loop.setTaskFactory(TaskStart.EAGER);
                                            loop.callSoon(() -> order.add("callback"));
                                            return Weft.gather(
                                                    List.of(first(w -> 1), first(w -> 2)));
                                        })
                                .then(
                                        v -> {
                                            order.add(v);
                                            return v;
                                        }));
        assertThat(order).startsWith(value);
        assertThat(value).isEqualTo(List.of(1, 2));
    }

    @Test
    void r50_aChildThatFailsAtOnceCancelsItsGroupInTheNextIteration() {
        IOException failure = new IOException("x");
        ExceptionGroup group =
                test.runHere(
                        first(
                                        v ->
                                                Block.in(
                                                        TaskGroup::new,
                                                        g -> {
                                                            loop.setTaskFactory(TaskStart.EAGER);
                                                            g.createTask(
                                                                    first(
                                                                            w -> {
                                                                                throw failure;
                                                                            }));
                                                            g.createTask(twoSteps());
                                                            order.add("body");
                                                            return first(w -> Weft.sleep(SECOND));
                                                        }))
                                .rescue(t -> t));
        assertThat(group.exceptions()).containsExactly(failure);
        assertThat(order).containsExactly("start", "body");
        assertThat(loop.time()).isEqualTo(Duration.ZERO);
    }

    @Test
    void aGroupWhoseChildrenAllEndAtOnceDoesNotSuspend() {
        test.runHere(
                first(
                                v ->
                                        Block.in(
                                                TaskGroup::new,
                                                g -> {
                                                    loop.callSoon(() -> order.add("callback"));
                                                    g.createTask(
                                                            first(w -> order.add("child")),
                                                            TaskStart.EAGER);
                                                    return null;
                                                }))
                        .then(v -> order.add("behind")));
        assertThat(order).startsWith("child", "behind");
    }

    @Test
    void aChildMayCancelItsGroupWithinItsFirstStep() {
        Object value =
                test.runHere(
                        Block.in(
                                TaskGroup::new,
                                g -> {
                                    g.createTask(
                                            first(
                                                            v -> {
                                                                g.cancel();
                                                                return Weft.sleep(SECOND);
                                                            })
                                                    .last(() -> order.add("child")),
                                            TaskStart.EAGER);
                                    return first(v -> Weft.sleep(SECOND));
                                }));
        assertThat(value).isEqualTo("left quietly");
        assertThat(order).containsExactly("child");
        assertThat(loop.time()).isEqualTo(Duration.ZERO);
    }

    @Test
    void tasksThatStartWithinEachOtherWithoutEndDoNotExhaustTheStack() {
        assertThat(test.<Object>runHere(nested(100_000))).isEqualTo("deep");
    }

    private static Script<Object> nested(int depth) {
        return depth == 0
                ? first(v -> "deep")
                : first(v -> Weft.createTask(nested(depth - 1), TaskStart.EAGER));
    }

    @Test
    void b9_aTaskThatStartedAtOnceIsNeverCancelledBeforeItsFirstStep() {
        Object seen =
                test.runHere(
                        first(
                                        v -> {
                                            Task<Object> task =
                                                    Weft.createTask(
                                                            twoSteps()
                                                                    .last(() -> order.add("ended")),
                                                            TaskStart.EAGER);
                                            task.cancel();
                                            return task;
                                        })
                                .rescue(t -> t));
        assertThat(seen).isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly("start", "ended");
    }
}
