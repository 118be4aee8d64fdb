package dev.weft.weaver.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;

import dev.weft.weaver.Names;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** What stays under an async method's own name, and what the body beside it is declared as. */
class StubTest {

    private static final Sample SAMPLE =
            Sample.body(
                    """
                    @Retention(RetentionPolicy.RUNTIME)
                    @Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
                    @interface Note { String value(); }
                    @Async @Deprecated @Note("method")
                    protected <T extends Comparable<T>> Coroutine<List<T>> full(
                            final @Note("a") List<? super T> a, T... more) throws Exception {
                        await(yieldNow());
                        return done(null);
                    }
                    @Async private static Coroutine<Void> shared() { return done(); }
                    """,
                    "-parameters",
                    "-Xlint:-unchecked");

    private static MethodNode plain(String name) {
        return Sample.methods(Sample.node(SAMPLE.plain("Sample")), name).get(0);
    }

    @Test
    void stubIsDeclaredAsTheUserWroteIt() {
        MethodNode plain = plain("full");
        MethodNode stub = SAMPLE.woven().stub("full");
        assertThat(stub.access).isEqualTo(plain.access);
        assertThat(stub.desc).isEqualTo(plain.desc);
        assertThat(stub.signature).isEqualTo(plain.signature).contains("Comparable");
        assertThat(stub.exceptions)
                .isEqualTo(plain.exceptions)
                .containsExactly("java/lang/Exception");
        assertThat(stub.parameters)
                .extracting(parameter -> parameter.name, parameter -> parameter.access)
                .containsExactlyElementsOf(
                        plain.parameters.stream().map(p -> tuple(p.name, p.access)).toList())
                .hasSize(2);
    }

    @Test
    void annotationsStayOnTheStub() {
        MethodNode stub = SAMPLE.woven().stub("full");
        assertThat(descriptors(stub.visibleAnnotations))
                .containsExactly("Ljava/lang/Deprecated;", "LSample$Note;");
        assertThat(descriptors(stub.invisibleAnnotations)).containsExactly(Names.ASYNC);
        assertThat(descriptors(stub.visibleParameterAnnotations[0]))
                .containsExactly("LSample$Note;");
        assertThat(stub.visibleTypeAnnotations).hasSameSizeAs(plain("full").visibleTypeAnnotations);
    }

    @Test
    void bodyCarriesNoAnnotations() {
        MethodNode body = SAMPLE.woven().body("full");
        assertThat(
                        Stream.of(
                                body.visibleAnnotations,
                                body.invisibleAnnotations,
                                body.visibleTypeAnnotations,
                                body.visibleParameterAnnotations,
                                body.parameters))
                .containsOnlyNulls();
    }

    @Test
    void stubOnlyMakesTheFrame() {
        assertThat(opcodes(SAMPLE.woven().stub("full")))
                .containsExactly(
                        Opcodes.NEW,
                        Opcodes.DUP,
                        Opcodes.ALOAD,
                        Opcodes.ALOAD,
                        Opcodes.ALOAD,
                        Opcodes.INVOKESPECIAL,
                        Opcodes.ARETURN);
    }

    private static List<Integer> opcodes(MethodNode method) {
        return Stream.of(method.instructions.toArray())
                .map(AbstractInsnNode::getOpcode)
                .filter(opcode -> opcode >= 0)
                .toList();
    }

    @Test
    void bodyOfAnInstanceMethodIsPackagePrivateAndFinal() {
        MethodNode body = SAMPLE.woven().body("full");
        assertThat(body.access).isEqualTo(ACC_SYNTHETIC | ACC_FINAL);
        assertThat(body.desc)
                .isEqualTo(
                        "(Ljava/util/List;[Ljava/lang/Comparable;LSample$$full;Ljava/lang/Object;)Ljava/lang/Object;");
        assertThat(body.exceptions).containsExactly("java/lang/Exception");
    }

    @Test
    void bodyOfAStaticMethodIsPackagePrivate() {
        assertThat(SAMPLE.woven().body("shared").access).isEqualTo(ACC_SYNTHETIC | ACC_STATIC);
    }

    @Test
    void bodiesInAnInterfaceArePublic() {
        WovenSample woven =
                Sample.declarations(
                                """
                                interface Sample {
                                    @Async default Coroutine<Void> own() { return done(); }
                                    @Async static Coroutine<Void> shared() { return done(); }
                                    @Async private Coroutine<Void> hidden() { return done(); }
                                }
                                """)
                        .woven();
        assertThat(woven.body("own").access).isEqualTo(ACC_SYNTHETIC | ACC_PUBLIC);
        assertThat(woven.body("hidden").access).isEqualTo(ACC_SYNTHETIC | ACC_PUBLIC);
        assertThat(woven.body("shared").access).isEqualTo(ACC_SYNTHETIC | ACC_PUBLIC | ACC_STATIC);
        assertThat(woven.complaints()).isEmpty();
    }

    @Test
    void bridgeStaysAsItIs() {
        Sample sample =
                Sample.declarations(
                        """
                        interface Of<T> { Coroutine<T> get(T t); }
                        class Sample implements Of<String> {
                            @Async public Coroutine<String> get(String s) {
                                await(yieldNow());
                                return done(s);
                            }
                        }
                        """);
        ClassNode node = sample.woven().node("Sample");
        MethodNode bridge = bridge(node);
        assertThat(descriptors(bridge.invisibleAnnotations)).containsExactly(Names.ASYNC);
        assertThat(opcodes(bridge)).isEqualTo(opcodes(bridge(Sample.node(sample.plain("Sample")))));
        assertThat(sample.woven().classFiles().keySet())
                .containsExactly("Of", "Sample", "Sample$$get");
    }

    private static MethodNode bridge(ClassNode node) {
        return node.methods.stream()
                .filter(method -> (method.access & Opcodes.ACC_BRIDGE) != 0)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> descriptors(List<AnnotationNode> annotations) {
        return annotations.stream().map(annotation -> annotation.desc).toList();
    }
}
