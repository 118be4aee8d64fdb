package dev.weft;

import static dev.weft.Script.first;
import static dev.weft.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.woven.Frame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TracesTest {
    /** The trace without the test's own frames and those of what runs it. */
    private static List<String> trace(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(e -> e.getClassName().startsWith("app."))
                .map(e -> e.getMethodName() + ":" + e.getLineNumber())
                .toList();
    }

    private static void assertNoneOfOurs(Throwable failure) {
        assertThat(failure.getStackTrace())
                .noneMatch(
                        e ->
                                e.getClassName().startsWith("dev.weft.loop.")
                                        || e.getClassName().startsWith("dev.weft.woven.")
                                        || List.of(
                                                        "dev.weft.Execution",
                                                        "dev.weft.Coroutine",
                                                        "dev.weft.Task",
                                                        "dev.weft.EventLoop",
                                                        "dev.weft.Weft",
                                                        "dev.weft.Traces",
                                                        "dev.weft.Eventual",
                                                        "dev.weft.Runner")
                                                .contains(e.getClassName()));
    }

    private static Throwable failureOf(Coroutine<?> main) {
        try (TestLoop test = new TestLoop()) {
            test.runHere(main);
        } catch (Throwable t) {
            return t;
        }
        throw new AssertionError("did not fail");
    }

    private static Script<Object> leaf(boolean suspends) {
        return script("leaf")
                .then(v -> suspends ? Weft.sleep(Duration.ofSeconds(1)) : null)
                .then(
                        v -> {
                            throw new IOException("leaf");
                        });
    }

    private static Script<Object> thrower(Throwable failure) {
        return first(
                v -> {
                    throw failure;
                });
    }

    private static Script<Object> through(String name, Script<Object> inner) {
        return script(name).then(v -> null).then(v -> inner);
    }

    @Test
    void throughSuspendedAwaitsEachMethodStandsAtTheLineOfItsAwait() {
        Throwable failure = failureOf(through("c", through("b", through("a", leaf(true)))));
        assertThat(trace(failure)).containsExactly("a:20", "b:20", "c:20");
        assertThat(failure.getStackTrace()[0].getMethodName()).startsWith("lambda$leaf");
        assertNoneOfOurs(failure);
    }

    @Test
    void throughAwaitsThatNeverSuspendTheJvmsOwnFramesTellTheLines() {
        Throwable failure = failureOf(through("b", through("a", leaf(false))));
        assertThat(trace(failure)).isEmpty();
        assertThat(
                        Arrays.stream(failure.getStackTrace())
                                .filter(e -> e.getMethodName().equals("body")))
                .hasSize(3);
        assertNoneOfOurs(failure);
    }

    @Test
    void r83_outOfATaskTheAwaitingChainIsAppendedOnce() {
        try (TestLoop test = new TestLoop()) {
            Task<Object> task = test.loop.createTask(through("inner", leaf(true)));
            Throwable first =
                    test.runHere(
                            first(v -> through("outer", script("waits").then(v2 -> task)))
                                    .rescue(t -> t));
            List<String> once = trace(first);
            assertThat(once).startsWith("inner:20", "waits:10", "outer:20");
            Throwable second = test.runHere(script("again").then(v -> task).rescue(t -> t));
            assertThat(second).isSameAs(first);
            assertThat(trace(second)).isEqualTo(once);
        }
    }

    @Test
    void outOfAStageTheAwaitingChainFollowsTheStagesOwnFrames() {
        IOException failure = new IOException("made here");
        CompletableFuture<Object> stage = new CompletableFuture<>();
        try (TestLoop test = new TestLoop()) {
            test.loop.callLater(Duration.ofSeconds(1), () -> stage.completeExceptionally(failure));
            test.runHere(through("b", script("a").then(v -> stage)).rescue(t -> t));
        }
        assertThat(failure.getStackTrace()[0].getClassName()).isEqualTo(TracesTest.class.getName());
        assertThat(trace(failure)).containsExactly("a:10", "b:20");
        assertNoneOfOurs(failure);
    }

    @Test
    void theCancelledErrorShowsWhereTheTaskIsSuspended() {
        try (TestLoop test = new TestLoop()) {
            Throwable[] seen = new Throwable[1];
            Task<Object> task =
                    test.loop.createTask(
                            through("b", script("a").then(v -> Weft.sleep(Duration.ofDays(1))))
                                    .rescue(t -> seen[0] = t));
            test.loop.callLater(Duration.ofSeconds(1), task::cancel);
            test.runHere(first(v -> task).rescue(t -> t));
            assertThat(trace(seen[0])).containsExactly("a:10", "b:20");
        }
    }

    @Test
    void awaitingWhatWasCancelledShowsWhoAwaitsIt() {
        try (TestLoop test = new TestLoop()) {
            Promise<Object> promise = new Promise<>(test.loop);
            test.loop.callLater(Duration.ofSeconds(1), () -> promise.cancel("enough"));
            Throwable seen =
                    test.runHere(through("b", script("a").then(v -> promise)).rescue(t -> t));
            assertThat(trace(seen)).containsExactly("a:10", "b:20");
            assertThat(seen).hasToString("dev.weft.AsyncCancellationException: enough");
            assertThat(seen).isInstanceOf(CancellationException.class);
            assertThat(seen).hasCauseInstanceOf(CancelledError.class);
            assertNoneOfOurs(seen);
            Throwable looked = catchThrowable(() -> test.runHere(first(v -> promise.result())));
            assertThat(looked).isExactlyInstanceOf(CancellationException.class);
            assertThat(looked.getStackTrace()[0].getMethodName()).startsWith("lambda$awaiting");
        }
    }

    @Test
    void theCancellationOfWhatIsAwaitedSurvivesItsSerialForm() throws Exception {
        try (TestLoop test = new TestLoop()) {
            Promise<Object> promise = new Promise<>(test.loop);
            promise.cancel("enough");
            Throwable seen = test.runHere(through("a", first(v -> promise)).rescue(t -> t));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(seen);
            Throwable read =
                    (Throwable)
                            new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))
                                    .readObject();
            assertThat(read).hasToString(seen.toString());
            assertThat(read.getStackTrace()).isNotEmpty().isEqualTo(seen.getStackTrace());
            assertThat(read).hasCauseInstanceOf(CancelledError.class);
            Throwable again = test.runHere(through("b", thrower(read)).rescue(t -> t));
            assertThat(again).isSameAs(read);
        }
    }

    @Test
    void aRunEndsWithWhoCalledIt() {
        try {
            Weft.run(through("main", leaf(true)));
        } catch (Throwable failure) {
            assertThat(trace(failure)).containsExactly("main:20");
            List<StackTraceElement> all = List.of(failure.getStackTrace());
            int main = all.stream().map(StackTraceElement::getMethodName).toList().indexOf("main");
            assertThat(all.get(main + 1).getMethodName()).isEqualTo("aRunEndsWithWhoCalledIt");
            assertNoneOfOurs(failure);
            return;
        }
        throw new AssertionError("did not fail");
    }

    @Test
    void anEntryPointStandsInTheTraceOnce() {
        try {
            entry();
        } catch (Throwable failure) {
            assertThat(trace(failure)).containsExactly("entry:20");
            assertThat(failure.getStackTrace())
                    .filteredOn(e -> e.getMethodName().equals("entry"))
                    .hasSize(1);
            return;
        }
        throw new AssertionError("did not fail");
    }

    private static void entry() {
        dev.weft.woven.Woven.run(through("entry", leaf(true)));
    }

    @Test
    void anExceptionWithoutAWritableTraceIsLeftAlone() {
        class Bare extends Exception {
            private static final long serialVersionUID = 1;

            Bare() {
                super("bare", null, false, false);
            }
        }
        Throwable failure =
                failureOf(
                        through(
                                "a",
                                first(v -> Weft.yieldNow())
                                        .then(
                                                v -> {
                                                    throw new Bare();
                                                })));
        assertThat(failure.getStackTrace()).isEmpty();
    }

    @Test
    void ofAMillionAwaitsThereAre1024AtACostThatIsLinear() {
        Throwable failure = failureOf(new Deep(1_000_000));
        assertThat(trace(failure)).hasSizeLessThanOrEqualTo(1024).hasSizeGreaterThan(1000);
    }

    private static final class Deep extends Frame<Object> {
        private final int n;

        Deep(int n) {
            this.n = n;
        }

        @Override
        protected Object step(Object received) {
            if (state == 1) {
                Object value = outcome(received);
                if (n == 0) {
                    throw new IllegalStateException("bottom");
                }
                return value;
            }
            state = 1;
            return (n == 0 ? Weft.yieldNow() : new Deep(n - 1)).awaitFrom(this);
        }

        @Override
        protected String trace() {
            return "app.Deep\ndeep\nDeep.java\n7";
        }
    }

    private static final class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final boolean gives;

        Hostile(boolean gives) {
            this.gives = gives;
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            if (gives) {
                return null;
            }
            throw new IllegalStateException("no stack trace");
        }
    }

    @Test
    void aFailureWhoseOwnMethodsFailEndsTheTaskAllTheSame() {
        for (boolean gives : new boolean[] {true, false}) {
            Hostile hostile = new Hostile(gives);
            Script<Object> thrower =
                    first(v -> Weft.yieldNow())
                            .then(
                                    v -> {
                                        throw hostile;
                                    });
            try (TestLoop test = new TestLoop()) {
                Task<Object> task = test.loop.createTask(through("b", through("a", thrower)));
                assertThat(test.<Object>runHere(first(v -> task).rescue(t -> t))).isSameAs(hostile);
                CompletableFuture<Object> stage = CompletableFuture.failedFuture(hostile);
                assertThat(test.<Object>runHere(first(v -> stage).rescue(t -> t)))
                        .isSameAs(hostile);
                assertThat(test.reports).isEmpty();
            }
        }
    }

    @Test
    void anExceptionThatIsThrownForEverGrowsNoLongerForEver() {
        IllegalStateException shared = new IllegalStateException("shared");
        for (int i = 0; i < 3000; i++) {
            String name = "n" + i;
            TestLoop.run(
                    script(name)
                            .then(v -> CompletableFuture.failedFuture(shared))
                            .rescue(t -> null));
        }
        assertThat(shared.getStackTrace().length).isLessThan(10_000);
    }
}
