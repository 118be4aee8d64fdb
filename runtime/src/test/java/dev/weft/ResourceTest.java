package dev.weft;

import static dev.weft.Emitter.emitter;
import static dev.weft.Emitter.emitting;
import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.woven.Frame;
import dev.weft.woven.Woven;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceTest {
    private final List<Object> log = new ArrayList<>();

    /** A try-with-resources as it is woven. */
    private static final class Block extends Frame<Object> {
        private final AsyncCloseable resource;
        private final Script.Step<Object> body;

        Block(AsyncCloseable resource, Script.Step<Object> body) {
            this.resource = resource;
            this.body = body;
        }

        @Override
        protected Object step(Object received) {
            try {
                return state == 0
                        ? run()
                        : state == 1 ? closed(outcome(received)) : left(outcome(received));
            } catch (Throwable failure) {
                throw Sneaky.rethrow(failure);
            }
        }

        private Object run() throws Throwable {
            try {
                body.run(null);
            } catch (Throwable failure) {
                state = 2;
                return left(Woven.exit(resource, failure, this));
            }
            state = 1;
            return closed(Woven.close(resource, this));
        }

        private static Object closed(Object leaving) {
            if (leaving != SUSPENDED) {
                Woven.closed(leaving);
            }
            return leaving;
        }

        private static Object left(Object leaving) throws Throwable {
            if (leaving != SUSPENDED && leaving != null) {
                throw (Throwable) leaving;
            }
            return leaving;
        }

        @Override
        protected String trace() {
            return "app.Program\nblock\nProgram.java\n1,2";
        }
    }

    private Object with(AsyncGenerator<?> generator, Script.Step<Object> body) {
        return TestLoop.run(
                first(v -> Weft.asyncResource(generator))
                        .then(v -> new Block((AsyncResource<?>) v, body))
                        .then(v -> "quiet")
                        .rescue(t -> t));
    }

    private Object failing(AsyncGenerator<?> generator, Throwable failure) {
        return with(
                generator,
                v -> {
                    throw failure;
                });
    }

    @Test
    void r76_theValueIsWhatWasEmittedAndTheGeneratorGoesOnWhenTheBlockEnds() {
        Emitter<String> generator =
                Emitter.<String>emitter("connect")
                        .then(v -> Weft.sleep(Duration.ofSeconds(1)))
                        .emit("connection")
                        .last(v -> Weft.sleep(Duration.ofSeconds(1)))
                        .last(v -> log.add("closed"));
        TestLoop.run(
                first(v -> Weft.asyncResource(generator))
                        .then(v -> new Block(resource(v), w -> log.add(resource(v).value())))
                        .then(v -> log.add(EventLoop.running().time().toSeconds())));
        assertThat(log).containsExactly("connection", "closed", 2L);
    }

    private static AsyncResource<?> resource(Object given) {
        return (AsyncResource<?>) given;
    }

    @Test
    void r76_aGeneratorThatDoesNotEmitIsAnIllegalState() {
        assertThat(with(emitter("empty"), v -> log.add("body")))
                .isInstanceOf(IllegalStateException.class)
                .asString()
                .contains("generator app.Program.empty did not emit");
        assertThat(log).isEmpty();
    }

    @Test
    void r76_aGeneratorThatEmitsTwiceIsAnIllegalStateAndIsClosed() {
        assertThat(with(emitting("a", "b").last(v -> log.add("closed")), v -> null))
                .isInstanceOf(IllegalStateException.class)
                .asString()
                .contains("generator app.Program.emitting emitted twice");
        assertThat(log).containsExactly("closed");
    }

    @Test
    void r76_emittingInAnswerToAFailureIsEmittingTwiceAndTheFailureIsItsCause() {
        IOException failure = new IOException("body");
        Object left = failing(emitting("a").rescue(t -> new Emitter.Emit("b")), failure);
        assertThat(left).asString().contains("emitted twice");
        assertThat((Throwable) left).hasCause(failure);
    }

    @Test
    void r76_whatLeavesTheBlockIsThrownAtTheEmitAndLeavesAsItIs() {
        IOException failure = new IOException("body");
        Emitter<String> generator =
                emitting("a")
                        .rescue(
                                t -> {
                                    log.add(t);
                                    throw t;
                                })
                        .last(v -> Weft.yieldNow());
        assertThat(failing(generator, failure)).isSameAs(failure);
        assertThat(log).containsExactly(failure);
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void r76_swallowingAtTheEmitLetsNothingLeave() {
        assertThat(failing(emitting("a").rescue(t -> null), new IOException())).isEqualTo("quiet");
        assertThat(failing(emitting("a").rescue(t -> Weft.yieldNow()), new IOException()))
                .isEqualTo("quiet");
    }

    @Test
    void r76_aFailureOfTheCleanupReplacesWhatLeft() {
        IOException cleanup = new IOException("cleanup");
        Emitter<String> generator =
                emitting("a")
                        .last(
                                v -> {
                                    throw cleanup;
                                });
        IOException failure = new IOException("body");
        assertThat(failing(generator, failure)).isSameAs(cleanup);
    }

    @Test
    void r76_aFailureOfTheCleanupBehindABlockThatEndedWellIsThrown() {
        IOException cleanup = new IOException("cleanup");
        Emitter<String> generator =
                emitting("a")
                        .then(
                                v -> {
                                    throw cleanup;
                                });
        assertThat(with(generator, v -> null)).isSameAs(cleanup);
    }

    @Test
    void r76_theMarkForTheEndOfAnIterationPassesThroughAResource() {
        StopAsyncIteration end = new StopAsyncIteration();
        assertThat(failing(emitting("a"), end)).isSameAs(end);
    }

    @Test
    void r76_aFailureBeforeTheEmitIsThrownByTheAwait() {
        IOException failure = new IOException("connect");
        Emitter<String> generator =
                Emitter.<String>emitter("connect")
                        .then(
                                v -> {
                                    throw failure;
                                });
        assertThat(with(generator, v -> log.add("body"))).isSameAs(failure);
        assertThat(log).isEmpty();
    }

    @Test
    void r76_aCancelOfTheBlockIsThrownAtTheEmitAndLeavesIt() {
        Emitter<String> generator =
                emitting("a")
                        .rescue(
                                t -> {
                                    log.add(t.getClass());
                                    throw t;
                                })
                        .last(v -> Weft.sleep(Duration.ofSeconds(1)));
        try (TestLoop test = new TestLoop()) {
            Task<Object> task =
                    test.loop.createTask(
                            first(v -> Weft.asyncResource(generator))
                                    .then(
                                            v ->
                                                    first(w -> Weft.sleep(Duration.ofDays(1)))
                                                            .rescue(
                                                                    t ->
                                                                            new Block(
                                                                                    resource(v),
                                                                                    w -> {
                                                                                        throw t;
                                                                                    }))));
            test.loop.callLater(Duration.ofSeconds(1), task::cancel);
            test.runHere(first(v -> task).rescue(t -> null));
            assertThat(task.cancelled()).isTrue();
        }
        assertThat(log).containsExactly(CancelledError.class);
    }

    @Test
    void closingAResourceAgainDoesNothing() {
        Emitter<String> generator = emitting("a").last(v -> log.add("closed"));
        TestLoop.run(
                first(v -> Weft.asyncResource(generator))
                        .then(
                                v ->
                                        first(w -> resource(v).closeAsync())
                                                .then(w -> resource(v).closeAsync())));
        assertThat(log).containsExactly("closed");
    }

    @Test
    void aResourceThatNobodyClosesIsClosedWhenTheRunEnds() {
        try (Runner runner = new Runner()) {
            runner.run(
                    first(v -> Weft.asyncResource(emitting("a").last(w -> log.add("closed"))))
                            .then(v -> null));
            assertThat(log).isEmpty();
        }
        assertThat(log).containsExactly("closed");
    }
}
