package dev.weft.weaver.pipeline;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.weft.weaver.TypeOracle;
import dev.weft.weaver.Weaving;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import javax.tools.JavaFileObject;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Class files as javac alone writes them, by internal name, and what the weaver makes of them. */
record Sample(Map<String, byte[]> classFiles) {

    private static final String HEADER =
            "import static dev.weft.Weft.*; import dev.weft.*; import java.util.*;"
                    + " import java.util.concurrent.*; import java.lang.annotation.*;"
                    + " import java.lang.invoke.*;";

    /** The body of a class {@code Sample}, whose first line is line 1 of the file. */
    static Sample body(String body, String... options) {
        return declarations("class Sample {" + body + "}", options);
    }

    /** A file with all the imports, whose first line is line 1. */
    static Sample declarations(String declarations, String... options) {
        String text = HEADER + " " + declarations;
        return files(List.of(JavaFileObjects.forSourceString("Sample", text)), options);
    }

    /** Files as they are. */
    static Sample files(List<JavaFileObject> files, String... options) {
        List<Object> all = new ArrayList<>(List.of("-proc:none", "-Xplugin:Weft off"));
        all.addAll(List.of(options));
        Compilation compilation = javac().withOptions(all).compile(files);
        assertThat(compilation.errors()).isEmpty();
        Map<String, byte[]> classFiles = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            byte[] bytes = bytes(file);
            classFiles.put(new ClassReader(bytes).getClassName(), bytes);
        }
        return new Sample(classFiles);
    }

    private static byte[] bytes(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] plain(String type) {
        return classFiles.get(type);
    }

    Weaving weave(String type) {
        return weave(plain(type));
    }

    static Weaving weave(byte[] classFile) {
        return new Weaver(RUNTIME, false).tellingFacts().weave(classFile);
    }

    /** Knows the runtime's own types, by their names. */
    static final TypeOracle RUNTIME = oracle(Sample::isAsyncContract);

    private static TypeOracle oracle(BiPredicate<String, String> contracts) {
        return new TypeOracle() {
            @Override
            public boolean isAsyncContract(String functionalInterface, String method) {
                return contracts.test(functionalInterface, method);
            }

            @Override
            public boolean isAsyncCloseable(String type) {
                return type.startsWith("dev/weft/Async");
            }

            @Override
            public boolean inheritsAsyncClose(String type) {
                return isAsyncCloseable(type);
            }
        };
    }

    private TypeOracle oracle() {
        return oracle(this::isAsync);
    }

    static boolean isAsyncContract(String functionalInterface, String method) {
        return functionalInterface.startsWith("dev/weft/Async")
                && !functionalInterface.equals("dev/weft/AsyncIterable");
    }

    /** Those of the runtime, and those that are declared in the sample. */
    private boolean isAsync(String functionalInterface, String method) {
        if (isAsyncContract(functionalInterface, method)) return true;
        byte[] classFile = classFiles.get(functionalInterface);
        if (classFile == null) return false;
        ClassNode node = node(classFile);
        return methods(node, method).stream().anyMatch(m -> m.invisibleAnnotations != null)
                || node.interfaces.stream().anyMatch(inherited -> isAsync(inherited, method));
    }

    /** The only class, woven. */
    WovenSample woven() {
        return woven(false);
    }

    /** All classes as they are after weaving, frames among them. */
    WovenSample woven(boolean keepLocals) {
        Map<String, byte[]> all = new TreeMap<>(classFiles);
        for (byte[] classFile : classFiles.values()) {
            Weaving weaving = new Weaver(oracle(), keepLocals).weave(classFile);
            assertThat(weaving).isNotInstanceOf(Weaving.Refused.class);
            if (weaving instanceof Weaving.Woven woven) {
                all.put(woven.classFile().internalName(), woven.classFile().bytes());
                woven.frames().forEach(frame -> all.put(frame.internalName(), frame.bytes()));
            }
        }
        return new WovenSample(all);
    }

    /** The problems of the class {@code Sample}, which is refused. */
    List<Weaving.Problem> problems() {
        Weaving weaving = weave("Sample");
        assertThat(weaving).isInstanceOf(Weaving.Refused.class);
        return ((Weaving.Refused) weaving).problems();
    }

    static ClassNode node(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
        return node;
    }

    static List<MethodNode> methods(ClassNode node, String name) {
        return node.methods.stream().filter(method -> method.name.equals(name)).toList();
    }
}
