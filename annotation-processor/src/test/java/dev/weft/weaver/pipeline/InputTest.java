package dev.weft.weaver.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.weaver.Names;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Class files of other kinds than javac writes by default. */
class InputTest {

    private static final String MIXED =
            """
            @Async static Coroutine<String> mixed(long a, String[] b, double c) {
                StringBuilder text = new StringBuilder().append(a);
                for (String s : b) {
                    text.append(await(done(s)));
                    await(yieldNow());
                    text.append(c);
                }
                return done(text.toString());
            }
            static String all() { return run(mixed(1L, new String[] {"a", "b"}, 0.5)); }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none", "-g:lines", "-g:vars", "-g:source", "-parameters"})
    void debugTablesMakeNoDifference(String option) {
        WovenSample woven = Sample.body(MIXED, option).woven();
        assertThat(woven.complaints()).isEmpty();
        assertThat(woven.call("all")).isEqualTo("1a0.5b0.5");
    }

    /** javac keeps the lambda's body and drops what says which interface it is for. */
    @Test
    void anAsyncLambdaInCodeThatIsNeverReachedIsLeftAlone() {
        WovenSample woven =
                Sample.body(
                                """
                                static final boolean DEBUG = false;
                                @Async static Coroutine<Integer> m() {
                                    if (DEBUG) return async(() -> done(await(sleep(ZERO, 1))));
                                    return done(2);
                                }
                                static Object all() { return run(m()); }
                                """
                                        .replace("ZERO", "java.time.Duration.ZERO"))
                        .woven();
        assertThat(woven.complaints()).isEmpty();
        assertThat(woven.call("all")).isEqualTo(2);
    }

    @Test
    void withoutDebugTablesNoneAreWritten() {
        MethodNode body = Sample.body(MIXED, "-g:none").woven().body("mixed");
        assertThat(body.localVariables).isNullOrEmpty();
        assertThat(body.instructions).noneMatch(insn -> insn.getType() == AbstractInsnNode.LINE);
    }

    /** What is woven is a class file of the version that it was. */
    @ParameterizedTest
    @ValueSource(ints = {8, 11, 17})
    void olderVersionsOfTheClassFile(int release) {
        WovenSample woven =
                Sample.body(MIXED, "--release", "" + release, "-Xlint:-options").woven();
        assertThat(woven.node("Sample").version).isEqualTo(release + 44);
        assertThat(woven.frame("mixed").version).isEqualTo(release + 44);
        assertThat(woven.complaints()).isEmpty();
        assertThat(woven.call("all")).isEqualTo("1a0.5b0.5");
    }

    /** Before Java 11 private methods are reached by other instructions and accessors. */
    @Test
    void privateMethodsAndInnerClassesOfJava8() {
        WovenSample woven =
                Sample.body(
                                """
                                private int base = 40;
                                private class Inner {
                                    @Async private Coroutine<Integer> add(int n) {
                                        await(yieldNow());
                                        base += n;
                                        return done(base);
                                    }
                                }
                                @Async private Coroutine<Integer> sum() {
                                    AsyncSupplier<Integer> one = () -> done(await(new Inner().add(1)));
                                    int first = await(async(one));
                                    return done(first + await(new Inner().add(1)) - 41);
                                }
                                static int all() { return run(new Sample().sum()); }
                                """,
                                "--release",
                                "8",
                                "-Xlint:-options")
                        .woven();
        assertThat(woven.complaints()).isEmpty();
        assertThat(woven.call("all")).isEqualTo(42);
    }

    @Test
    void signaturePolymorphicCallsAroundAnAwait() {
        WovenSample woven =
                Sample.body(
                                """
                                static int twice(int n) { return 2 * n; }
                                static long last = 0;
                                @Async static Coroutine<Integer> m() throws Throwable {
                                    var lookup = MethodHandles.lookup();
                                    var type = MethodType.methodType(int.class, int.class);
                                    MethodHandle twice = lookup.findStatic(Sample.class, "twice", type);
                                    VarHandle last = lookup.findStaticVarHandle(
                                            Sample.class, "last", long.class);
                                    int n = (int) twice.invokeExact((int) await(done(20)));
                                    await(yieldNow());
                                    n += (int) twice.invokeExact(1);
                                    last.setVolatile((long) await(done(n)));
                                    return done((int) (long) last.getAndAdd(0L));
                                }
                                static int all() { return run(uncheck()); }
                                static Coroutine<Integer> uncheck() {
                                    try { return m(); } catch (Throwable t) { throw new Error(t); }
                                }
                                """)
                        .woven();
        assertThat(woven.complaints()).isEmpty();
        assertThat(woven.call("all")).isEqualTo(42);
    }

    /** javac writes no dynamic constants into methods, other compilers and tools do. */
    @Test
    void dynamicConstants() {
        Sample sample =
                Sample.body(
                        """
                        @Async static Coroutine<String> m() {
                            String a = "FIRST";
                            long b = 7_000_000_000L;
                            String c = a + await(done("-"));
                            await(yieldNow());
                            return done(c + b + "FIRST");
                        }
                        static String text(MethodHandles.Lookup l, String name, Class<?> type) {
                            return name.toLowerCase();
                        }
                        static long number(MethodHandles.Lookup l, String name, Class<?> type) {
                            return name.length();
                        }
                        static String all() { return run(m()); }
                        """,
                        "-XDstringConcat=inline");
        ClassNode node = Sample.node(sample.plain("Sample"));
        node.version = Math.max(node.version, Opcodes.V11);
        for (AbstractInsnNode insn : Sample.methods(node, "m").get(0).instructions) {
            if (!(insn instanceof LdcInsnNode constant)) continue;
            if (constant.cst.equals("FIRST")) constant.cst = dynamic("text", "Ljava/lang/String;");
            if (constant.cst.equals(7_000_000_000L)) constant.cst = dynamic("number", "J");
        }
        var writer = new ClassWriter(0);
        node.accept(writer);
        WovenSample woven = new Sample(Map.of("Sample", writer.toByteArray())).woven();
        assertThat(woven.complaints()).isEmpty();
        assertThat(woven.call("all")).isEqualTo("ground-6ground");
    }

    private static ConstantDynamic dynamic(String bootstrap, String descriptor) {
        String types =
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)";
        Handle handle =
                new Handle(Opcodes.H_INVOKESTATIC, "Sample", bootstrap, types + descriptor, false);
        return new ConstantDynamic("GROUND", descriptor, handle);
    }

    @Test
    void attributesOfTheClassStay() {
        Sample sample =
                Sample.declarations(
                        """
                        @Deprecated sealed class Sample<T> permits Sample.Sub {
                            record Pair(int a, String b) {
                                @Async Coroutine<Integer> sum() { await(yieldNow()); return done(a); }
                            }
                            static final class Sub extends Sample<String> {}
                            @Async Coroutine<T> m(T t) { await(yieldNow()); return done(t); }
                        }
                        """);
        ClassNode plain = Sample.node(sample.plain("Sample"));
        ClassNode woven = sample.woven().node("Sample");
        assertThat(woven.signature).isEqualTo(plain.signature);
        assertThat(woven.permittedSubclasses).isEqualTo(plain.permittedSubclasses).hasSize(1);
        assertThat(woven.nestMembers).isEqualTo(plain.nestMembers).hasSize(2);
        assertThat(woven.innerClasses).hasSameSizeAs(plain.innerClasses);
        assertThat(woven.visibleAnnotations).hasSize(1);
        assertThat(sample.woven().node("Sample$Pair").recordComponents).hasSize(2);
        assertThat(sample.woven().complaints()).isEmpty();
    }

    @Test
    void namesOfTheRuntimeResolve() {
        assertThat(List.of(Names.WEFT, Names.AWAITABLE, Names.COROUTINE, Names.FRAME, Names.WOVEN))
                .allSatisfy(name -> assertThat(Class.forName(name.replace('/', '.'))).isNotNull());
    }
}
