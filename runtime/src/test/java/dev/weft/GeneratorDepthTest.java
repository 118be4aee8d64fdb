package dev.weft;

import static dev.weft.Each.BREAK;
import static dev.weft.Each.each;
import static dev.weft.Emitter.counting;
import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.woven.GeneratorFrame;
import dev.weft.woven.Woven;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorDepthTest {
    private static final int DEEP = 100_000;

    /** Emits what the one below it emits: as it is woven. */
    private static final class Chain extends GeneratorFrame<Integer> {
        static int ended;
        private final int n;
        private final Script.Step<Object> bottom;
        private AsyncIterator<?> inner;

        Chain(int n, Script.Step<Object> bottom) {
            this.n = n;
            this.bottom = bottom;
        }

        @Override
        public Object nextFrom(Coroutine<?> awaiter) {
            Object early = begin(awaiter);
            if (early != null) {
                return early;
            }
            try {
                return leaveWith(proceed(null));
            } catch (Throwable failure) {
                throw Sneaky.rethrow(failWith(failure));
            }
        }

        @Override
        protected Object proceed(Object received) {
            if (state == 3) {
                throw Sneaky.rethrow((Throwable) outcome(received));
            }
            try {
                return body(received);
            } catch (Throwable failure) {
                ended++;
                if (inner == null) {
                    throw Sneaky.rethrow(failure);
                }
                state = 3;
                Object leaving = Woven.abandon(inner, failure, this);
                if (leaving == SUSPENDED) {
                    return SUSPENDED;
                }
                throw Sneaky.rethrow((Throwable) leaving);
            }
        }

        private Object body(Object received) throws Throwable {
            Object element;
            if (state == 1) {
                element = outcome(received);
            } else {
                if (state == 2) {
                    outcome(received);
                }
                element = pull();
            }
            if (element == SUSPENDED) {
                state = 1;
                return SUSPENDED;
            }
            if (element == Woven.END) {
                return Woven.ended(Weft.end(), this);
            }
            state = 2;
            return Woven.emit(element, this);
        }

        private Object pull() throws Throwable {
            if (n == 0) {
                Object given = bottom.run(null);
                return given instanceof Awaitable<?> awaitable ? awaitable.awaitFrom(this) : given;
            }
            if (inner == null) {
                inner = Woven.iterate(new Chain(n - 1, bottom));
            }
            return inner.nextFrom(this);
        }

        @Override
        protected String trace() {
            return "app.Program\nchain\nProgram.java\n1,2,3";
        }
    }

    /** Somewhere on the way down the stack is unwound, and what is sent waits for the generator. */
    @Test
    void whatIsSentArrivesFromAnyDepth() {
        for (int depth = 0; depth < 100; depth++) {
            Emitter<Object> echo = Emitter.emitter("echo").emit("first").then(Emitter.Emit::new);
            Script<Object> sending = Script.first(v -> echo.send("sent"));
            int down = depth;
            Object received =
                    TestLoop.run(Script.first(v -> echo.next()).then(v -> nested(sending, down)));
            assertThat(received).isEqualTo("sent");
        }
    }

    private static Coroutine<Object> nested(Coroutine<Object> innermost, int depth) {
        return depth == 0 ? innermost : Script.first(v -> nested(innermost, depth - 1));
    }

    @Test
    void aHundredThousandGeneratorsIterateEachOtherWithoutOverflowingTheStack() {
        int[] count = {0};
        List<Object> seen = new ArrayList<>();
        Chain.ended = 0;
        TestLoop.run(each(new Chain(DEEP, v -> count[0] == 3 ? Woven.END : count[0]++), seen::add));
        assertThat(seen).containsExactly(0, 1, 2);
    }

    @Test
    void aHundredThousandGeneratorsAroundOneThatWaits() {
        List<Object> seen = new ArrayList<>();
        TestLoop.run(
                each(
                        new Chain(DEEP, v -> Weft.sleep(Duration.ofSeconds(1), 7)),
                        x -> seen.add(x) && seen.size() == 2 ? BREAK : null));
        assertThat(seen).containsExactly(7, 7);
    }

    @Test
    void leavingAHundredThousandGeneratorsClosesAllOfThem() {
        Chain.ended = 0;
        TestLoop.run(each(new Chain(DEEP, v -> 1), x -> BREAK));
        assertThat(Chain.ended).isEqualTo(DEEP + 1);
    }

    @Test
    void aFailureAtTheBottomOfAHundredThousandGeneratorsArrivesAtTheTop() {
        for (boolean waits : new boolean[] {false, true}) {
            IOException failure = new IOException("bottom");
            Script<Object> bottom =
                    first(v -> waits ? Weft.yieldNow() : null)
                            .then(
                                    v -> {
                                        throw failure;
                                    });
            Chain.ended = 0;
            Object thrown =
                    TestLoop.run(
                            first(v -> each(new Chain(DEEP, w -> bottom), x -> null))
                                    .rescue(t -> t));
            assertThat(thrown).isSameAs(failure);
            assertThat(Chain.ended).isEqualTo(DEEP + 1);
        }
    }

    @Test
    void operatorsStackedThreeThousandHighDoNotOverflowTheStack() {
        AsyncIterable<Integer> source = AsyncIterable.of(1, 2);
        for (int i = 0; i < 3000; i++) {
            source = source.map(x -> x + 1);
        }
        assertThat(TestLoop.<List<Integer>>run(source.toList())).containsExactly(3001, 3002);
    }

    @Test
    void aStepOfAGeneratorThroughOperatorsAllocatesNothing() {
        long[] bytes = new long[2];
        Integer one = 1;
        Emitter<Integer> source = Emitter.emitter("constant");
        Emitter.Emit emit = new Emitter.Emit(one);
        source.then(v -> emit).again(0);
        AsyncIterable<Integer> elements =
                source.map(x -> one).filter(x -> true).mapAsync(x -> DONE).take(40_000).skip(1);
        int[] count = {0};
        TestLoop.run(
                elements.forEach(
                        x -> {
                            int n = ++count[0];
                            if (n == 20_000 || n == 39_000) {
                                bytes[n / 39_000] = allocatedBytes();
                            }
                        }));
        assertThat(bytes[1] - bytes[0]).isLessThan(19_000 * 2);
    }

    /** By reflection: the module that is tested does not read java.management. */
    private static long allocatedBytes() {
        try {
            Object threads =
                    Class.forName("java.lang.management.ManagementFactory")
                            .getMethod("getThreadMXBean")
                            .invoke(null);
            return (long)
                    Class.forName("com.sun.management.ThreadMXBean")
                            .getMethod("getThreadAllocatedBytes", long.class)
                            .invoke(threads, Thread.currentThread().getId());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static final Coroutine<Integer> DONE = Weft.done(1);

    private static List<String> trace(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(e -> e.getClassName().startsWith("app."))
                .map(e -> e.getMethodName() + ":" + e.getLineNumber())
                .toList();
    }

    private static Throwable thrown(Coroutine<?> main) {
        return TestLoop.run(first(v -> main).rescue(t -> t));
    }

    @Test
    void aFailureReadsThroughTheGeneratorAndTheLoopThatIteratesIt() {
        Emitter<Integer> generator =
                Emitter.<Integer>emitter("numbers")
                        .emit(1)
                        .then(
                                v ->
                                        Script.script("leaf")
                                                .then(w -> Weft.yieldNow())
                                                .then(
                                                        w -> {
                                                            throw new IOException("leaf");
                                                        }));
        Throwable failure = thrown(each(generator, x -> Weft.yieldNow()));
        assertThat(trace(failure)).containsExactly("numbers:20", "each:1", "script:10");
        assertThat(failure.getStackTrace()[0].getMethodName()).startsWith("lambda$");
        assertThat(failure.getStackTrace())
                .noneMatch(e -> e.getClassName().startsWith("dev.weft.woven."));
    }

    @Test
    void aFailureReadsThroughOperatorsAsIfTheyWereNotThere() {
        Emitter<Integer> generator =
                Emitter.<Integer>emitter("numbers")
                        .then(v -> Weft.yieldNow())
                        .then(
                                v -> {
                                    throw new IOException("source");
                                });
        Throwable failure = thrown(each(generator.map(x -> x).buffer(1).take(3), x -> null));
        assertThat(trace(failure)).containsExactly("each:1", "script:10");
        assertThat(failure.getStackTrace()[0].getMethodName()).startsWith("lambda$");
    }

    @Test
    void aFailureThatIsThrownInReadsFromWhereItWasMadeToWhoSteps() {
        Emitter<Integer> generator = Emitter.<Integer>emitter("numbers").emit(1);
        Throwable failure =
                thrown(
                        Script.script("steps")
                                .then(v -> generator.next())
                                .then(v -> Weft.yieldNow())
                                .then(v -> generator.throwInto(new IOException("in"))));
        assertThat(failure).hasMessage("in");
        assertThat(trace(failure)).containsExactly("script:10");
    }

    @Test
    void anEndlessLoopOverAGeneratorDoesNotGrow() {
        int[] last = {0};
        TestLoop.run(
                each(
                        counting(),
                        x -> {
                            last[0] = x;
                            return x == 300_000 ? BREAK : x % 3 == 0 ? Weft.yieldNow() : null;
                        }));
        assertThat(last[0]).isEqualTo(300_000);
    }
}
