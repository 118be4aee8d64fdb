package dev.weft.weaver.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import dev.weft.weaver.Names;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The class of a method's frames has what the plan gave it and nothing else. */
class FrameClassTest {

    private static List<String> spills(String method) {
        ClassNode frame = Sample.body(method, "-g:none").woven().frame("m");
        return frame.fields.stream()
                .filter(field -> field.name.startsWith("v"))
                .map(field -> field.desc)
                .toList();
    }

    @Test
    void frameIsAFinalSyntheticClassBesideItsClass() {
        ClassNode frame =
                Sample.body("@Async Coroutine<Void> m() { return done(); }").woven().frame("m");
        assertThat(frame.access).isEqualTo(ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC);
        assertThat(frame.superName).isEqualTo(Names.FRAME);
        assertThat(frame.interfaces).isEmpty();
        assertThat(frame.version).isEqualTo(Runtime.version().feature() + 44);
        assertThat(frame.sourceFile).isEqualTo("Sample.java");
        assertThat(frame.methods)
                .extracting(method -> method.name, method -> method.access)
                .containsExactly(
                        tuple("<init>", 0),
                        tuple(Names.STEP, ACC_PROTECTED),
                        tuple(Names.AWAIT_FROM, ACC_PUBLIC),
                        tuple(Names.ENDED, ACC_PROTECTED),
                        tuple(Names.TRACE, ACC_PROTECTED));
    }

    @Test
    void parametersHaveFieldsOfTheirDeclaredTypes() {
        ClassNode frame =
                Sample.body(
                                """
                                @Async Coroutine<Void> m(byte b, long l, int[][] a, List<?> s) {
                                    return done();
                                }
                                """)
                        .woven()
                        .frame("m");
        assertThat(frame.fields)
                .extracting(field -> field.desc)
                .containsExactly("LSample;", "B", "J", "[[I", "Ljava/util/List;");
        assertThat(frame.fields).allMatch(field -> field.access == ACC_SYNTHETIC);
    }

    @Test
    void parametersThatNoResumptionNeedsAreInTheFramesOfCallsOnly() {
        WovenSample woven =
                Sample.body(
                                """
                                @Async Coroutine<String> m(int passing, String kept, Object gone) {
                                    int n = passing + gone.hashCode();
                                    await(yieldNow());
                                    return done(kept + n);
                                }
                                @Async Coroutine<String> caller() {
                                    return done(await(m(1, "a", "b")));
                                }
                                """)
                        .woven();
        ClassNode frame = woven.frame("m");
        ClassNode call = woven.frame("m" + Names.CALL);
        assertThat(frame.fields)
                .extracting(field -> field.desc)
                .containsExactly("LSample;", "Ljava/lang/String;", "I");
        assertThat(call.superName).isEqualTo(frame.name);
        assertThat(call.access).isEqualTo(ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC);
        assertThat(call.fields)
                .extracting(field -> field.desc)
                .containsExactly("I", "Ljava/lang/Object;");
    }

    @Test
    void valuesThatNeverLiveTogetherShareAField() {
        assertThat(
                        spills(
                                """
                                @Async Coroutine<Integer> m(Object o) {
                                    String first = "a" + o;
                                    await(yieldNow());
                                    int length = first.length();
                                    String second = "b" + o;
                                    await(yieldNow());
                                    return done(length + second.length());
                                }
                                """))
                .containsExactlyInAnyOrder("Ljava/lang/String;", "I");
    }

    @Test
    void valuesThatLiveTogetherDoNot() {
        assertThat(
                        spills(
                                """
                                @Async Coroutine<String> m(Object o) {
                                    String first = "a" + o;
                                    String second = "b" + o;
                                    await(yieldNow());
                                    return done(first + second);
                                }
                                """))
                .containsExactly("Ljava/lang/String;", "Ljava/lang/String;");
    }

    @Test
    void whatIsNotNeededBehindAnAwaitHasNoField() {
        assertThat(
                        spills(
                                """
                                @Async Coroutine<Integer> m(Object o) {
                                    String dead = "a" + o;
                                    System.out.println(dead);
                                    Object nothing = null;
                                    int got = await(done(1));
                                    return done(nothing == null ? got : 0);
                                }
                                """))
                .isEmpty();
    }

    @Test
    void unchangedParametersAreNotSavedAgain() {
        MethodNode body =
                Sample.body(
                                """
                                @Async Coroutine<Object> m(Object same, int changed) {
                                    changed++;
                                    await(yieldNow());
                                    return done("" + same + changed);
                                }
                                """)
                        .woven()
                        .body("m");
        assertThat(
                        Stream.of(body.instructions.toArray())
                                .filter(insn -> insn.getOpcode() == Opcodes.PUTFIELD)
                                .map(insn -> ((FieldInsnNode) insn).name))
                .containsExactly("a1", Names.STATE);
    }

    @Test
    void traceHasTheLineOfEachSuspensionPoint() {
        String trace =
                trace(
                        Sample.body(
                                """
                                @Async Coroutine<Integer> m(int n) {
                                    int a = await(done(n)) + await(done(2));

                                    for (int i = 0; i < n; i++)
                                        a += await(
                                                done(i));
                                    return m(a);
                                }
                                """));
        assertThat(trace).isEqualTo("Sample\nm\nSample.java\n2,2,5,7");
    }

    @Test
    void traceWithoutLinesAndFile() {
        String method = "@Async Coroutine<Void> m() { await(yieldNow()); return done(); }";
        assertThat(trace(Sample.body(method, "-g:none"))).isEqualTo("Sample\nm\n\n0");
    }

    @Test
    void traceOfAMethodThatNeverSuspends() {
        assertThat(trace(Sample.body("@Async Coroutine<Void> m() { return done(); }")))
                .isEqualTo("Sample\nm\nSample.java\n");
    }

    private static String trace(Sample sample) {
        for (MethodNode method : Sample.methods(sample.woven().frame("m"), Names.TRACE)) {
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof LdcInsnNode constant) return (String) constant.cst;
            }
        }
        throw new AssertionError("no trace");
    }

    @Test
    void overloadsHaveFramesOfTheirOwn() {
        WovenSample woven =
                Sample.body(
                                """
                                @Async Coroutine<Integer> m(int n) { return done(n); }
                                @Async Coroutine<Integer> m(long n) { return done((int) n); }
                                @Async Coroutine<Integer> m$2() { return done(3); }
                                @Async Coroutine<Integer> m_2() { return done(4); }
                                static int all() throws Exception {
                                    var s = new Sample();
                                    return run(s.m(1)) * 1000 + run(s.m(2L)) * 100
                                            + run(s.m$2()) * 10 + run(s.m_2());
                                }
                                """)
                        .woven();
        assertThat(woven.classFiles()).hasSize(5);
        assertThat(woven.call("all")).isEqualTo(1234);
    }

    @Test
    void framesOfTwoMethodsHaveOneFieldListEach() {
        WovenSample woven =
                Sample.body(
                                """
                                @Async static Coroutine<Void> m(int n) { return done(); }
                                @Async static Coroutine<Void> n(String s) { return done(); }
                                """)
                        .woven();
        assertThat(fields(woven.frame("m"))).containsExactly("I");
        assertThat(fields(woven.frame("n"))).containsExactly("Ljava/lang/String;");
    }

    private static List<String> fields(ClassNode frame) {
        return frame.fields.stream().map((FieldNode field) -> field.desc).toList();
    }
}
