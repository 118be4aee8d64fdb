package dev.weft;

import static dev.weft.Each.BREAK;
import static dev.weft.Each.each;
import static dev.weft.Emitter.counting;
import static dev.weft.Emitter.emitter;
import static dev.weft.Emitter.emitting;
import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private final List<Object> log = new ArrayList<>();

    private static Object outcome(Coroutine<?> step) {
        return TestLoop.run(first(v -> step).rescue(t -> t));
    }

    private static Script<Object> inTurn(Coroutine<?>... steps) {
        Script<Object> script = first(v -> null);
        List<Object> outcomes = new ArrayList<>();
        for (Coroutine<?> step : steps) {
            script.then(v -> step).rescue(t -> t).then(outcomes::add);
        }
        return script.then(v -> outcomes);
    }

    private static List<Object> outcomes(Coroutine<?>... steps) {
        return TestLoop.run(inTurn(steps));
    }

    private Emitter<Integer> logging(Emitter<Integer> generator) {
        return generator.last(v -> log.add("closed"));
    }

    @Test
    void nothingRunsUntilTheFirstElementIsAskedForAndThenNoFurtherThanItsEmit() {
        Emitter<Integer> generator =
                Emitter.<Integer>emitter("lazy")
                        .then(v -> log.add("begun"))
                        .emit(1)
                        .then(v -> log.add("went on"))
                        .emit(2);
        Coroutine<Integer> next = generator.next();
        assertThat(log).isEmpty();
        assertThat(outcome(next)).isEqualTo(1);
        assertThat(log).containsExactly("begun");
    }

    @Test
    void eachGivesAllElementsNullsToo() {
        TestLoop.run(each(emitting(1, null, 3), log::add));
        assertThat(log).containsExactly(1, null, 3);
    }

    @Test
    void awaitsInTheGeneratorAndInTheLoopsBodyTakeTurns() {
        Emitter<Integer> generator =
                Emitter.<Integer>emitter("slow")
                        .then(v -> Weft.sleep(Duration.ofSeconds(1)))
                        .emit(1)
                        .then(v -> Weft.sleep(Duration.ofSeconds(1)))
                        .emit(2);
        TestLoop.run(
                each(
                        generator,
                        x -> {
                            log.add(x + " at " + EventLoop.running().time().toSeconds());
                            return Weft.sleep(Duration.ofSeconds(10));
                        }));
        assertThat(log).containsExactly("1 at 1", "2 at 12");
    }

    @Test
    void r70_aLoopThatIsLeftEarlyClosesItsGeneratorBeforeItGoesOnInTheSameTask() {
        Task<?>[] closer = new Task<?>[1];
        Emitter<Integer> generator =
                emitting(1, 2)
                        .last(
                                v -> {
                                    closer[0] = Task.current();
                                    return Weft.sleep(Duration.ofSeconds(1));
                                })
                        .last(v -> log.add("closed"));
        TestLoop.run(
                first(v -> each(generator, x -> BREAK))
                        .then(
                                v -> {
                                    log.add("after " + EventLoop.running().time().toSeconds());
                                    return log.add(closer[0] == Task.current());
                                }));
        assertThat(log).containsExactly("closed", "after 1", true);
        assertThat(generator.released).isTrue();
    }

    @Test
    void r70_aFailureInTheLoopClosesItsGeneratorAndLeavesAfterwards() {
        IOException failure = new IOException("body");
        Object outcome =
                outcome(
                        each(
                                logging(emitting(1)),
                                x -> {
                                    throw failure;
                                }));
        assertThat(outcome).isSameAs(failure);
        assertThat(log).containsExactly("closed");
    }

    @Test
    void r70_aFailingCloseIsSuppressedByTheFailureThatLeavesTheLoop() {
        IOException failure = new IOException("body");
        IOException inClose = new IOException("close");
        Emitter<Integer> generator =
                emitting(1)
                        .last(
                                v -> {
                                    throw inClose;
                                });
        outcome(
                each(
                        generator,
                        x -> {
                            throw failure;
                        }));
        assertThat(failure.getSuppressed()).containsExactly(inClose);
    }

    @Test
    void r71_closeThrowsGeneratorExitAtTheEmitAndFinallyMayAwait() {
        Emitter<Integer> generator =
                Emitter.<Integer>emitter("closing")
                        .emit(1)
                        .rescue(
                                t -> {
                                    log.add(t.getClass());
                                    throw t;
                                })
                        .last(v -> Weft.sleep(Duration.ofSeconds(1)))
                        .last(v -> log.add("slept"));
        List<Object> outcomes = outcomes(generator.next(), generator.closeAsync());
        assertThat(outcomes).containsExactly(1, null);
        assertThat(log).containsExactly(GeneratorExit.class, "slept");
    }

    @Test
    void r71_emittingWhileClosingIsAnErrorAndTheGeneratorCountsAsClosed() {
        Emitter<Integer> generator = emitting(1).last(v -> new Emitter.Emit(2)).emit(3);
        List<Object> outcomes =
                outcomes(
                        generator.next(),
                        generator.closeAsync(),
                        generator.next(),
                        generator.closeAsync());
        assertThat(outcomes.get(1))
                .isInstanceOf(IllegalStateException.class)
                .asString()
                .contains("generator app.Program.emitting emitted while it was being closed");
        assertThat(outcomes.get(2)).isInstanceOf(StopAsyncIteration.class);
        assertThat(outcomes.get(3)).isNull();
        assertThat(generator.released).isTrue();
    }

    @Test
    void r71_emittingWhileClosingBehindAnAwaitIsTheSameError() {
        Emitter<Integer> generator =
                emitting(1).last(v -> Weft.yieldNow()).rescue(t -> new Emitter.Emit(2));
        List<Object> outcomes =
                outcomes(generator.next(), generator.closeAsync(), generator.next());
        assertThat(outcomes.get(1)).isInstanceOf(IllegalStateException.class);
        assertThat(outcomes.get(2)).isInstanceOf(StopAsyncIteration.class);
    }

    @Test
    void r71_closingAFreshAFinishedOrAClosedGeneratorDoesNothing() {
        Emitter<Integer> fresh = logging(emitting(1));
        assertThat(outcomes(fresh.closeAsync(), fresh.next(), fresh.closeAsync()))
                .satisfies(all -> assertThat(all.get(0)).isNull())
                .satisfies(all -> assertThat(all.get(1)).isInstanceOf(StopAsyncIteration.class))
                .satisfies(all -> assertThat(all.get(2)).isNull());
        assertThat(log).isEmpty();
        assertThat(fresh.released).isTrue();
        Emitter<Integer> finished = emitter("empty");
        assertThat(outcomes(finished.next(), finished.closeAsync(), finished.next()))
                .satisfies(all -> assertThat(all.get(0)).isInstanceOf(StopAsyncIteration.class))
                .satisfies(all -> assertThat(all.get(1)).isNull())
                .satisfies(all -> assertThat(all.get(2)).isInstanceOf(StopAsyncIteration.class));
    }

    @Test
    void r71_aGeneratorThatEndsInsteadOfLettingGeneratorExitPassIsClosed() {
        Emitter<Integer> generator = emitting(1).rescue(t -> log.add("held back"));
        assertThat(outcomes(generator.next(), generator.closeAsync()).get(1)).isNull();
        assertThat(log).containsExactly("held back");
    }

    @Test
    void r71_whatFailsInTheCloseIsThrownByIt() {
        IOException failure = new IOException("close");
        Emitter<Integer> generator =
                emitting(1)
                        .last(
                                v -> {
                                    throw failure;
                                });
        assertThat(outcomes(generator.next(), generator.closeAsync()).get(1)).isSameAs(failure);
    }

    @Test
    void r72_askingARunningGeneratorFromASecondTaskIsAnError() {
        Emitter<Integer> generator =
                Emitter.<Integer>emitter("slow")
                        .then(v -> Weft.sleep(Duration.ofSeconds(1)))
                        .emit(1)
                        .last(v -> Weft.sleep(Duration.ofSeconds(1)));
        TestLoop.run(
                first(v -> Weft.createTask(first(w -> generator.next()).then(log::add)).name())
                        .then(
                                v ->
                                        inTurn(
                                                Weft.sleep(Duration.ofMillis(1)),
                                                generator.next(),
                                                generator.send("x"),
                                                generator.throwInto(new IOException()),
                                                generator.closeAsync()))
                        .then(
                                v -> {
                                    List<?> errors = ((List<?>) v).subList(1, 5);
                                    assertThat(errors)
                                            .allSatisfy(
                                                    e ->
                                                            assertThat(e)
                                                                    .isInstanceOf(
                                                                            IllegalStateException
                                                                                    .class)
                                                                    .asString()
                                                                    .contains(
                                                                            "is running already"));
                                    return Weft.sleep(Duration.ofSeconds(2));
                                })
                        .then(v -> generator.closeAsync())
                        .then(v -> generator.next())
                        .rescue(t -> log.add(t.getClass())));
        assertThat(log).containsExactly(1, StopAsyncIteration.class);
    }

    @Test
    void r72_nobodyGetsAtAGeneratorThatIsBeingClosed() {
        Emitter<Integer> generator =
                Emitter.<Integer>emitter("slow")
                        .emit(1)
                        .last(v -> Weft.sleep(Duration.ofSeconds(1)));
        List<?> outcomes =
                TestLoop.run(
                        first(v -> generator.next())
                                .then(v -> Weft.createTask(generator.closeAsync()).name())
                                .then(
                                        v ->
                                                inTurn(
                                                        Weft.sleep(Duration.ofMillis(1)),
                                                        generator.next(),
                                                        generator.closeAsync(),
                                                        Weft.sleep(Duration.ofSeconds(2)),
                                                        generator.next())));
        assertThat(outcomes.get(1)).asString().contains("is being closed already");
        assertThat(outcomes.get(2)).asString().contains("is being closed already");
        assertThat(outcomes.get(4)).isInstanceOf(StopAsyncIteration.class);
    }

    @Test
    void r72_aGeneratorCannotAskItself() {
        Emitter<Integer> generator = emitter("selfish");
        generator.then(v -> generator.next()).rescue(t -> new Emitter.Emit(t.getClass()));
        assertThat(outcome(generator.next())).isEqualTo(IllegalStateException.class);
    }

    @Test
    void r73_emitGivesWhatIsSentAndNullForNext() {
        Emitter<Integer> generator =
                Emitter.<Integer>emitter("sent").emit(1).then(log::add).emit(2).then(log::add);
        assertThat(outcomes(generator.next(), generator.send("a"), generator.next()).subList(0, 2))
                .containsExactly(1, 2);
        assertThat(log).containsExactly("a", null);
    }

    @Test
    void r73_theFirstThingToSendIsNullAndARefusalLeavesTheGeneratorFresh() {
        Emitter<Integer> generator = emitting(1, 2);
        List<Object> outcomes =
                outcomes(generator.send("x"), generator.send(null), generator.send("y"));
        assertThat(outcomes.get(0)).asString().contains("the first thing to send is null");
        assertThat(outcomes.subList(1, 3)).containsExactly(1, 2);
    }

    @Test
    void r73_throwIntoThrowsAtTheEmitAndTheGeneratorMayGoOn() {
        IOException failure = new IOException("in");
        Emitter<Integer> generator =
                emitting(1)
                        .rescue(
                                t -> {
                                    log.add(t);
                                    return new Emitter.Emit(2);
                                })
                        .emit(3);
        List<Object> outcomes =
                outcomes(generator.next(), generator.throwInto(failure), generator.next());
        assertThat(outcomes).containsExactly(1, 2, 3);
        assertThat(log).containsExactly(failure);
    }

    @Test
    void r73_throwIntoThrowsWhatLeavesTheGenerator() {
        IOException failure = new IOException("in");
        Emitter<Integer> generator = logging(emitting(1, 2));
        List<Object> outcomes =
                outcomes(generator.next(), generator.throwInto(failure), generator.next());
        assertThat(outcomes.get(1)).isSameAs(failure);
        assertThat(outcomes.get(2)).isInstanceOf(StopAsyncIteration.class);
        assertThat(log).containsExactly("closed");
    }

    @Test
    void r73_throwIntoEndsAFreshGeneratorAndIsThrownByAFinishedOne() {
        IOException failure = new IOException("in");
        Emitter<Integer> generator = logging(emitting(1));
        List<Object> outcomes =
                outcomes(
                        generator.throwInto(failure),
                        generator.next(),
                        generator.throwInto(failure));
        assertThat(outcomes.get(0)).isSameAs(failure);
        assertThat(outcomes.get(1)).isInstanceOf(StopAsyncIteration.class);
        assertThat(outcomes.get(2)).isSameAs(failure);
        assertThat(log).isEmpty();
    }

    @Test
    void r73_aGeneratorThatSwallowsWhatIsThrownInAndEndsHasNoMoreElements() {
        Emitter<Integer> generator = emitting(1).rescue(t -> null);
        assertThat(outcomes(generator.next(), generator.throwInto(new IOException())).get(1))
                .isInstanceOf(StopAsyncIteration.class);
    }

    @Test
    void stopAsyncIterationThatLeavesAGeneratorBecomesAnIllegalState() {
        for (boolean suspends : new boolean[] {false, true}) {
            Emitter<Integer> generator = emitter("outer");
            generator
                    .then(v -> suspends ? Weft.yieldNow() : null)
                    .then(v -> emitter("inner").next())
                    .emit(1);
            assertThat(outcome(generator.next()))
                    .isInstanceOf(IllegalStateException.class)
                    .asString()
                    .contains("a generator ends with return end()");
        }
    }

    @Test
    void r73_stopAsyncIterationThrownIntoAFreshGeneratorIsAnIllegalStateToo() {
        assertThat(outcome(emitting(1).throwInto(new StopAsyncIteration())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGeneratorGoesFromTaskToTaskBetweenItsSteps() {
        Emitter<Integer> generator =
                Emitter.<Integer>emitter("wandering")
                        .then(v -> new Emitter.Emit(Task.current().name()))
                        .then(v -> Weft.sleep(Duration.ofSeconds(1)))
                        .then(v -> new Emitter.Emit(Task.current().name()));
        Object names =
                TestLoop.run(
                        first(v -> Weft.createTask(generator.next(), "one"))
                                .then(log::add)
                                .then(v -> Weft.createTask(generator.next(), "two"))
                                .then(log::add)
                                .then(v -> Weft.createTask(generator.closeAsync(), "three"))
                                .then(v -> log));
        assertThat(names).isEqualTo(List.of("one", "two"));
    }

    @Test
    void aCancelThatComesWhileTheGeneratorAwaitsEndsItAndTheLoop() {
        Emitter<Integer> generator =
                logging(emitting(1).then(v -> Weft.sleep(Duration.ofDays(1))).emit(2));
        try (TestLoop test = new TestLoop()) {
            Task<?> task = test.loop.createTask(each(generator, log::add));
            test.loop.callLater(Duration.ofSeconds(1), task::cancel);
            test.runHere(first(v -> task).rescue(t -> log.add(t instanceof CancellationException)));
            assertThat(task.cancelled()).isTrue();
        }
        assertThat(log).containsExactly(1, "closed", true);
        assertThat(generator.released).isTrue();
    }

    @Test
    void aCancelThatComesWhileTheLoopsBodyAwaitsClosesTheGenerator() {
        Emitter<Integer> generator =
                emitting(1)
                        .rescue(
                                t -> {
                                    log.add(t.getClass());
                                    throw t;
                                })
                        .last(v -> Weft.sleep(Duration.ofSeconds(5)));
        try (TestLoop test = new TestLoop()) {
            Task<?> task =
                    test.loop.createTask(each(generator, x -> Weft.sleep(Duration.ofDays(1))));
            test.loop.callLater(Duration.ofSeconds(1), task::cancel);
            test.runHere(first(v -> task).rescue(t -> null));
            assertThat(task.cancelled()).isTrue();
            assertThat(test.loop.time()).isEqualTo(Duration.ofSeconds(6));
        }
        assertThat(log).containsExactly(GeneratorExit.class);
    }

    @Test
    void aGeneratorThatCatchesItsCancelMayGoOn() {
        Emitter<Integer> generator =
                Emitter.<Integer>emitter("stubborn")
                        .then(v -> Weft.sleep(Duration.ofDays(1)))
                        .rescue(t -> new Emitter.Emit(7));
        try (TestLoop test = new TestLoop()) {
            Task<?> task = test.loop.createTask(each(generator, log::add));
            test.loop.callLater(Duration.ofSeconds(1), task::cancel);
            test.runHere(first(v -> task));
        }
        assertThat(log).containsExactly(7);
    }

    @Test
    void borrowLeavesTheGeneratorOpenForTheNextLoop() {
        Emitter<Integer> generator = logging(emitting(1, 2, 3));
        TestLoop.run(
                first(v -> each(Weft.borrow(generator), x -> log.add(x) ? BREAK : null))
                        .then(v -> generator.next())
                        .then(log::add)
                        .then(v -> each(generator, log::add)));
        assertThat(log).containsExactly(1, 2, 3, "closed");
    }

    @Test
    void aGeneratorIsNoAwaitable() {
        Emitter<Integer> generator = emitting(1);
        assertThat(outcome(generator)).asString().contains("is a generator: iterate it with each");
    }

    @Test
    void closeInCodeThatIsNotWovenIsAnErrorThatNamesTheWay() {
        assertThatThrownBy(() -> emitting(1).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closeAsync()");
        assertThatThrownBy(() -> Weft.each(emitting(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was not woven");
        assertThatThrownBy(() -> Weft.emit(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was not woven");
    }

    @Test
    void anEndlessGeneratorIsLeftAfterAMillionSteps() {
        int[] last = {0};
        TestLoop.run(each(counting(), x -> (last[0] = x) == 1_000_000 ? BREAK : null));
        assertThat(last[0]).isEqualTo(1_000_000);
    }
}
