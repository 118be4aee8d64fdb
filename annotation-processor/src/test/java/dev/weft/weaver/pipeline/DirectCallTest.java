package dev.weft.weaver.pipeline;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Which awaited calls are made without a frame. */
class DirectCallTest {

    private static final Sample SAMPLE =
            Sample.body(
                    """
                    @Retention(RetentionPolicy.RUNTIME) @interface Traced { }
                    @Async static Coroutine<Integer> shared() { return done(1); }
                    @Async @Traced static Coroutine<Integer> traced() { return done(1); }
                    @Async static CompletableFuture<Integer> hot() {
                        return CompletableFuture.completedFuture(1);
                    }
                    @Async Coroutine<Integer> own() { return done(await(shared())); }
                    static class Other {
                        @Async static Coroutine<Integer> other() { return done(1); }
                    }
                    @Async Coroutine<Integer> direct() { return done(await(shared()) + await(own())); }
                    @Async Coroutine<Integer> tail() { return own(); }
                    @Async void entry() { await(shared()); }
                    @Async AsyncGenerator<Integer> generator() { emit(await(shared())); return end(); }
                    @Async Coroutine<Integer> elsewhere() { return done(await(Other.other())); }
                    @Async Coroutine<Integer> marked() { return done(await(traced())); }
                    @Async Coroutine<Integer> stage() { return done(await(hot())); }
                    @Async Coroutine<Integer> kept() {
                        Coroutine<Integer> kept = own();
                        return done(await(kept));
                    }
                    """);

    private static final WovenSample WOVEN = SAMPLE.woven();

    /** The methods whose bodies a body calls. */
    private static List<String> called(String body) {
        List<String> called = new java.util.ArrayList<>();
        for (AbstractInsnNode insn : WOVEN.body(body).instructions) {
            if (insn instanceof MethodInsnNode call
                    && call.owner.startsWith("Sample")
                    && Type.getReturnType(call.desc).equals(Type.getType(Object.class))) {
                called.add(call.name);
            }
        }
        return called;
    }

    @Test
    void awaitedCallsOfTheClassItself() {
        assertThat(called("direct")).containsExactly("shared", "own");
        assertThat(called("tail")).containsExactly("own");
        assertThat(called("entry")).containsExactly("shared");
        assertThat(called("generator")).containsExactly("shared");
    }

    @Test
    void noOthers() {
        assertThat(called("elsewhere")).isEmpty();
        assertThat(called("marked")).isEmpty();
        assertThat(called("stage")).isEmpty();
        assertThat(called("kept")).isEmpty();
    }

    /** 251 are as many as leave room for what a direct call passes, 253 for what any body takes. */
    @ParameterizedTest
    @ValueSource(ints = {251, 252, 253})
    void aMethodThatIsTooWideForADirectCallIsCalledWithItsFrame(int parameters) {
        WovenSample woven = Sample.body(wide(parameters)).woven();
        assertThat(woven.complaints()).isEmpty();
        assertThat(woven.call("runs")).isEqualTo(parameters);
        boolean direct = woven.body("wide").desc.endsWith("I)Ljava/lang/Object;");
        assertThat(direct).isEqualTo(parameters == 251);
    }

    private static String wide(int parameters) {
        return """
            @Async static Coroutine<Integer> wide(%s) { await(yieldNow()); return done(p%d); }
            @Async static Coroutine<Integer> caller() { return done(await(wide(%s))); }
            static Object runs() { return run(caller()); }
            """
                .formatted(numbered(parameters, "int p"), parameters, numbered(parameters, ""));
    }

    private static String numbered(int count, String name) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> name + i).collect(joining(","));
    }
}
