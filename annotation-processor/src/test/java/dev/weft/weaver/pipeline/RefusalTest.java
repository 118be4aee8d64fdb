package dev.weft.weaver.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.weft.weaver.Refusals;
import dev.weft.weaver.Weaving;
import dev.weft.weaver.Weaving.Problem;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

/** What cannot be woven is refused with the method, the line and the reason; nothing is written. */
class RefusalTest {

    private static final String OUTSIDE = Refusals.OUTSIDE.formatted("await");

    @Test
    void awaitWhileAMonitorIsHeld() {
        Sample sample =
                Sample.body(
                        """
                        @Async Coroutine<Void> fine() {
                            synchronized (this) { System.out.println(); }
                            await(yieldNow());
                            return done();
                        }
                        @Async Coroutine<Void> m(boolean b) {
                            if (b) await(yieldNow());
                            synchronized (this) {
                                System.out.println();
                                if (b) await(yieldNow());
                            }
                            await(yieldNow());
                            return done();
                        }
                        """);
        assertThat(sample.problems())
                .containsExactly(new Problem("m", "(Z)Ldev/weft/Coroutine;", 10, Refusals.MONITOR));
    }

    @Test
    void awaitInTheHandlerOfASynchronizedBlock() {
        Sample sample =
                Sample.body(
                        """
                        @Async Coroutine<Void> m(boolean b) {
                            synchronized (this) {
                                try {
                                    System.out.println();
                                } catch (RuntimeException e) {
                                    await(yieldNow());
                                }
                            }
                            try {
                                synchronized (this) { System.out.println(); }
                            } catch (RuntimeException e) {
                                await(yieldNow());
                            }
                            return done();
                        }
                        """);
        assertThat(sample.problems())
                .containsExactly(new Problem("m", "(Z)Ldev/weft/Coroutine;", 6, Refusals.MONITOR));
    }

    @Test
    void synchronizedMethod() {
        Sample sample =
                Sample.body(
                        """
                        @Async synchronized Coroutine<Void> m() {
                            System.out.println();
                            await(yieldNow());
                            return done();
                        }
                        """);
        assertThat(sample.problems())
                .containsExactly(new Problem("m", "()Ldev/weft/Coroutine;", 3, Refusals.MONITOR));
    }

    @Test
    void awaitOutsideAnAsyncMethod() {
        Sample sample =
                Sample.body(
                        """
                        int field = await(done(1));
                        static { await(yieldNow()); }
                        void plain() {
                            System.out.println();
                            await(yieldNow());
                        }
                        Callable<Integer> lambda = () ->
                                await(done(1));
                        """);
        assertThat(sample.problems())
                .containsExactlyInAnyOrder(
                        new Problem("<init>", "()V", 1, OUTSIDE),
                        new Problem("<clinit>", "()V", 2, OUTSIDE),
                        new Problem("plain", "()V", 5, OUTSIDE),
                        new Problem("lambda$new$0", "()Ljava/lang/Integer;", 8, OUTSIDE));
    }

    @Test
    void referenceToAwait() {
        Sample sample =
                Sample.body(
                        """
                        java.util.function.Function<Coroutine<Integer>, Integer> f() {
                            return Weft::<Integer>await;
                        }
                        """);
        assertThat(sample.problems())
                .extracting(Problem::method, Problem::line, Problem::message)
                .containsExactly(tuple("f", 2, OUTSIDE));
    }

    @Test
    void emitEachAndAwaitedCloseOutsideAnAsyncMethod() {
        Sample sample =
                Sample.body(
                        """
                        void emits() { emit(1); }
                        void loops(AsyncIterable<Integer> source) {
                            for (var x : each(source)) { }
                        }
                        void closes(AsyncCloseable closeable) {
                            try (closeable) { System.out.println(); }
                        }
                        """);
        assertThat(sample.problems())
                .extracting(Problem::method, Problem::message)
                .containsExactlyInAnyOrder(
                        tuple("emits", Refusals.OUTSIDE.formatted("emit")),
                        tuple("loops", Refusals.OUTSIDE.formatted("each")),
                        tuple("closes", Refusals.CLOSE_OUTSIDE),
                        tuple("closes", Refusals.CLOSE_OUTSIDE));
    }

    @Test
    void emitInAnAsyncMethodThatIsNoGenerator() {
        Sample sample = Sample.body("@Async Coroutine<Void> m() {\nemit(1); return done(); }");
        assertThat(sample.problems())
                .extracting(Problem::method, Problem::line, Problem::message)
                .containsExactly(tuple("m", 2, Refusals.EMIT_WITHOUT_GENERATOR));
    }

    @Test
    void eachThatIsNoHeadOfALoop() {
        Sample sample =
                Sample.body(
                        """
                        @Async Coroutine<Void> m(AsyncIterable<Integer> source) {
                            Iterable<Integer> kept = each(source);
                            for (var x : kept) { await(yieldNow()); }
                            each(source).iterator().hasNext();
                            return done();
                        }
                        """);
        assertThat(sample.problems())
                .extracting(Problem::method, Problem::line, Problem::message)
                .containsExactly(
                        tuple("m", 2, Refusals.EACH_WITHOUT_LOOP),
                        tuple("m", 4, Refusals.EACH_WITHOUT_LOOP));
    }

    @Test
    void loopsAndClosesInAMonitor() {
        Sample sample =
                Sample.body(
                        """
                        @Async Coroutine<Void> m(AsyncIterable<Integer> source) {
                            synchronized (this) {
                                for (var x : each(source)) { x++; }
                            }
                            return done();
                        }
                        @Async Coroutine<Void> n(AsyncCloseable closeable) {
                            synchronized (this) {
                                try (closeable) { System.out.println(); }
                            }
                            return done();
                        }
                        """);
        assertThat(sample.problems())
                .extracting(Problem::method, Problem::message)
                .contains(tuple("m", Refusals.MONITOR), tuple("n", Refusals.MONITOR))
                .allMatch(problem -> problem.toList().contains(Refusals.MONITOR));
    }

    @Test
    void returnTypeThatNoAsyncMethodHas() {
        Sample sample = Sample.body("@Async int m() { return 1; }");
        assertThat(sample.problems())
                .containsExactly(new Problem("m", "()I", 1, Refusals.RETURN_TYPE));
    }

    @Test
    void everyProblemOfAClassIsToldAtOnce() {
        Sample sample =
                Sample.body(
                        """
                        @Async int m() { return 1; }
                        @Async synchronized Coroutine<Void> n() { await(yieldNow()); return done(); }
                        void p() { await(yieldNow()); }
                        """);
        assertThat(sample.problems()).extracting(Problem::method).containsOnly("m", "n", "p");
    }

    /** As large as javac still takes it: what the awaits add is too much. All of it is at fault. */
    @Test
    void methodTooLargeOnceWoven() {
        String statement = "s += await(c) + s;\n";
        Sample sample =
                Sample.body(
                        "@Async Coroutine<Void> small() { await(yieldNow()); return done(); }\n"
                                + "@Async Coroutine<Long> m(long s, Coroutine<Long> c) {\n"
                                + statement.repeat(1900)
                                + "return done(s); }");
        assertThat(sample.problems())
                .containsExactly(
                        new Problem(
                                "m",
                                "(JLdev/weft/Coroutine;)Ldev/weft/Coroutine;",
                                0,
                                Refusals.TOO_LARGE));
    }

    /** The class is so full of constants that those of the frames find no room. */
    @Test
    void classTooLargeOnceWoven() {
        StringBuilder body = new StringBuilder();
        for (int method = 0; method < 20; method++) {
            body.append("int full").append(method).append("(int x) {\n");
            for (int i = 0; i < 3200; i++)
                body.append("x += ").append(method + 1).append(100_000 + i).append(";\n");
            body.append("return x; }\n");
        }
        for (int i = 0; i < 400; i++) {
            body.append("@Async Coroutine<Void> m").append(i).append("() { return done(); }\n");
        }
        assertThat(Sample.body(body.toString()).problems())
                .extracting(Problem::message)
                .containsExactly(Refusals.CLASS_TOO_LARGE);
    }

    @Test
    void versionOfTheClassFileIsUnknown() {
        byte[] classFile =
                Sample.body("@Async Coroutine<Void> m() { return done(); }").plain("Sample");
        classFile[7] = (byte) 0xff;
        assertThatThrownBy(() -> Sample.weave(classFile))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("255");
    }

    /** A preview class file says so in its minor version. */
    @Test
    void previewOfAKnownVersionIsWoven() {
        byte[] classFile =
                Sample.body("@Async Coroutine<Void> m() { return done(); }").plain("Sample");
        classFile[4] = (byte) 0xff;
        classFile[5] = (byte) 0xff;
        Weaving weaving = Sample.weave(classFile);
        assertThat(weaving).isInstanceOf(Weaving.Woven.class);
        int version = Sample.node(((Weaving.Woven) weaving).classFile().bytes()).version;
        assertThat(version & Opcodes.V_PREVIEW).isEqualTo(Opcodes.V_PREVIEW);
    }
}
