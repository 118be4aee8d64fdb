package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextVarTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();
    private final ContextVar<String> var = ContextVar.of("var", "none");

    @AfterEach
    void close() {
        loop.close();
    }

    /** Sets a value, does something, and lets what that made run. */
    private void runWith(String value, Runnable action) {
        test.runHere(
                first(
                                v -> {
                                    var.set(value);
                                    action.run();
                                    var.set("changed later");
                                    return Weft.sleep(SECOND);
                                })
                        .then(v -> order.add("maker: " + var.get())));
    }

    private Runnable notingAndSetting(String where) {
        return () -> {
            order.add(where + ": " + var.get());
            var.set("set by " + where);
            order.add(where + ": " + var.get());
        };
    }

    @Test
    void withoutAValueThereIsTheDefaultOrAnException() {
        ContextVar<String> bare = ContextVar.of("bare");
        assertThat(var.get()).isEqualTo("none");
        assertThat(var.get("fallback")).isEqualTo("fallback");
        assertThat(bare.get("fallback")).isEqualTo("fallback");
        assertThat(bare.get(null)).isNull();
        assertThatThrownBy(bare::get)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("bare");
    }

    @Test
    void resetPutsTheValueBackThatWasThereOrNone() {
        test.runHere(
                first(
                        v -> {
                            ContextVar.Token<String> one = var.set("one");
                            ContextVar.Token<String> two = var.set("two");
                            var.reset(two);
                            order.add(var.get());
                            var.reset(one);
                            order.add(var.get("fallback"));
                            assertThatThrownBy(() -> var.reset(one))
                                    .isInstanceOf(IllegalStateException.class)
                                    .hasMessageContaining("used already");
                            ContextVar<String> other = ContextVar.of("other");
                            ContextVar.Token<String> three = other.set("x");
                            assertThatThrownBy(() -> var.reset(three))
                                    .isInstanceOf(IllegalArgumentException.class);
                            assertThat(three.var()).isSameAs(other);
                            return null;
                        }));
        assertThat(order).containsExactly("one", "fallback");
    }

    @Test
    void aTokenOfAnotherContextIsRefused() {
        test.runHere(
                first(
                        v -> {
                            ContextVar.Token<String> token = var.set("outer");
                            return Weft.createTask(
                                    first(
                                            w -> {
                                                assertThatThrownBy(() -> var.reset(token))
                                                        .isInstanceOf(IllegalStateException.class)
                                                        .hasMessageContaining("another context");
                                                return null;
                                            }));
                        }));
    }

    @Test
    void bindHoldsUntilTheBlockEnds() {
        test.runHere(
                first(
                        v -> {
                            try (var bound = var.bind("bound")) {
                                order.add(var.get());
                                bound.close();
                                order.add(var.get());
                            }
                            order.add(var.get());
                            return null;
                        }));
        assertThat(order).containsExactly("bound", "none", "none");
    }

    @Test
    void manyVariablesKeepTheirValues() {
        List<ContextVar<Integer>> vars = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            vars.add(ContextVar.of("v" + i));
        }
        Context context = new Context();
        context.run(
                () -> {
                    for (int i = 199; i >= 0; i--) {
                        vars.get(i).set(i);
                    }
                    for (int i = 0; i < 200; i++) {
                        assertThat(vars.get(i).get()).isEqualTo(i);
                    }
                    var token = vars.get(7).set(8);
                    vars.get(7).reset(token);
                });
        assertThat(context.variables()).containsExactlyElementsOf(vars);
        assertThat(context.get(vars.get(7), null)).isEqualTo(7);
    }

    @Test
    void r80_aTaskHasACopyOfItsMakersValues() {
        runWith("made", () -> Weft.createTask(first(v -> notedBy("task"))));
        assertThat(order)
                .containsExactly("task: made", "task: set by task", "maker: changed later");
    }

    private Object notedBy(String where) {
        notingAndSetting(where).run();
        return null;
    }

    @Test
    void r80_whatIsAwaitedDirectlySharesTheValues() {
        test.runHere(
                first(v -> first(w -> var.set("by the callee"))).then(v -> order.add(var.get())));
        assertThat(order).containsExactly("by the callee");
    }

    @Test
    void r80_callbacksHaveACopyOfWhereTheyWereRegistered() {
        Promise<Object> promise = new Promise<>(loop);
        runWith(
                "made",
                () -> {
                    loop.callSoon(notingAndSetting("soon"));
                    loop.callLater(Duration.ofMillis(1), notingAndSetting("later"));
                    loop.callAt(
                            loop.time().plusMillis(2),
                            () -> {
                                order.add("at: " + var.get());
                                var.set("of the completer");
                                promise.complete(1);
                            });
                    promise.addDoneCallback(p -> notedBy("done"));
                });
        assertThat(order)
                .containsExactly(
                        "soon: made",
                        "soon: set by soon",
                        "later: made",
                        "later: set by later",
                        "at: made",
                        "done: made",
                        "done: set by done",
                        "maker: changed later");
    }

    @Test
    void r80_aCallbackWithoutValuesKeepsItsOwn() {
        loop.callSoon(notingAndSetting("soon"));
        loop.callSoon(notingAndSetting("next"));
        test.settle();
        assertThat(order)
                .containsExactly(
                        "soon: none", "soon: set by soon", "next: none", "next: set by next");
        assertThat(var.get()).isEqualTo("none");
    }

    @Test
    void r80_aTasksDoneCallbackHasTheRegisterersValues() {
        runWith(
                "made",
                () ->
                        Weft.createTask(first(v -> var.set("inner")))
                                .addDoneCallback(task -> order.add(var.get())));
        assertThat(order).containsExactly("made", "maker: changed later");
    }

    @Test
    void r80_anExplicitContextIsUsedAsItIs() {
        Context context = new Context();
        test.runHere(
                first(v -> loop.createTask(first(w -> var.set("one")), context))
                        .then(v -> loop.createTask(first(w -> order.add(var.get())), context))
                        .then(v -> order.add(var.get())));
        assertThat(order).containsExactly("one", "none");
        assertThat(context.get(var, null)).isEqualTo("one");
    }

    @Test
    void r80_threadsSeeTheValuesAndChangeOnlyTheirOwn() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        test.runHere(
                first(
                                v -> {
                                    var.set("made");
                                    return Weft.toThread(() -> var.get() + var.set("x").var());
                                })
                        .then(order::add)
                        .then(v -> loop.runInExecutor(executor, var::get))
                        .then(order::add)
                        .then(v -> loop.runInExecutor(executor, () -> var.set("y")))
                        .then(v -> order.add(var.get()))
                        .then(v -> CompletableFuture.supplyAsync(var::get, executor))
                        .then(order::add));
        executor.shutdown();
        assertThat(order).containsExactly("made" + var, "made", "made", "none");
    }

    @Test
    void r80_submittedAndHandedOverWorkHasTheValuesOfTheThreadThatHandsOver() throws Exception {
        CompletableFuture<Object> submitted = new CompletableFuture<>();
        Thread other =
                new Thread(
                        () -> {
                            var.set("thread");
                            loop.callSoonThreadsafe(() -> order.add(var.get()));
                            loop.<Object>submit(first(v -> var.get()))
                                    .thenAccept(submitted::complete);
                        });
        other.start();
        test.runHere(first(v -> submitted).then(order::add));
        other.join();
        assertThat(order).containsExactly("thread", "thread");
    }

    @Test
    void r80_aHotMethodHasACopyWhereverItGoesOn() throws Exception {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Context context = new Context();
        CompletableFuture<?> hot =
                context.call(
                        () -> {
                            var.set("made");
                            CompletableFuture<?> future =
                                    Coroutine.startHot(
                                            first(v -> order.add(var.get()))
                                                    .then(v -> stage)
                                                    .then(v -> order.add(var.get()))
                                                    .then(v -> var.set("inner"))
                                                    .then(v -> order.add(var.get())));
                            var.set("changed later");
                            return future;
                        });
        Thread other = new Thread(() -> stage.complete("x"));
        other.start();
        other.join();
        hot.get();
        assertThat(order).containsExactly("made", "made", "inner");
        assertThat(context.get(var, null)).isEqualTo("changed later");
        order.clear();
        runWith("loop", () -> Coroutine.startHot(first(v -> notedBy("hot"))));
        assertThat(order).containsExactly("hot: loop", "hot: set by hot", "maker: changed later");
    }

    @Test
    void r80_theExceptionHandlerSeesTheValuesOfWhatFailed() {
        EventLoop own = EventLoop.create(new dev.weft.loop.VirtualClock());
        own.setExceptionHandler((l, context) -> order.add(context.message() + " " + var.get()));
        own.runUntilComplete(
                first(
                                v ->
                                        Block.in(
                                                SupervisorGroup::new,
                                                g -> {
                                                    g.createTask(
                                                            first(
                                                                    w -> {
                                                                        var.set("child's");
                                                                        throw new Exception();
                                                                    }),
                                                            "child");
                                                    return null;
                                                }))
                        .then(
                                v ->
                                        own.callSoon(
                                                () -> {
                                                    var.set("callback's");
                                                    throw new IllegalStateException();
                                                }))
                        .then(v -> Weft.yieldNow()));
        own.close();
        assertThat(order).hasSize(2);
        assertThat(order.get(0)).asString().startsWith("task child").endsWith("child's");
        assertThat(order.get(1)).asString().endsWith("callback's");
    }

    @Test
    void r80_theRunsOfARunnerShareTheirValues() {
        try (Runner runner = new Runner()) {
            runner.run(first(v -> var.set("first run")));
            runner.run(first(v -> order.add(var.get())));
        }
        assertThat(order).containsExactly("first run");
        assertThat(var.get()).isEqualTo("none");
    }

    @Test
    void r51_aChildHasTheValuesOfWhoMakesItAndNotOfTheGroup() {
        test.runHere(
                first(
                        v -> {
                            var.set("group");
                            return Block.in(
                                    TaskGroup::new,
                                    g -> {
                                        var.set("maker");
                                        g.createTask(first(w -> order.add(var.get())));
                                        return null;
                                    });
                        }));
        assertThat(order).containsExactly("maker");
    }

    @Test
    void runMakesAContextCurrentAndGoesBack() throws Exception {
        Context context = new Context();
        test.runHere(
                first(
                        v -> {
                            var.set("task");
                            context.run(
                                    () -> {
                                        order.add(var.get());
                                        var.set("context");
                                        Weft.createTask(
                                                first(w -> order.add("task of it " + var.get())),
                                                TaskStart.EAGER);
                                        assertThatThrownBy(() -> context.run(() -> {}))
                                                .isInstanceOf(IllegalStateException.class);
                                    });
                            order.add(var.get());
                            Context copy = Context.copyOfCurrent();
                            var.set("changed");
                            order.add(copy.get(var, null));
                            return null;
                        }));
        assertThat(order).containsExactly("none", "task of it context", "task", "task");
        String value = context.copy().call(var::get);
        assertThat(value).isEqualTo("context");
    }

    @Test
    void aThreadWithoutALoopHasValuesToo() throws Exception {
        String[] seen = new String[2];
        Thread other =
                new Thread(
                        () -> {
                            var.set("thread");
                            seen[0] = var.get();
                            Weft.run(first(v -> seen[1] = var.get()));
                        });
        other.start();
        other.join();
        assertThat(seen).containsExactly("thread", "thread");
        assertThat(var.get()).isEqualTo("none");
    }

    @Test
    void aTaskOfAProgramWithoutValuesHasNoContext() {
        Task<Object> task = loop.createTask(first(v -> null));
        assertThat(task.context).isNull();
        loop.runUntilComplete(task);
    }
}
