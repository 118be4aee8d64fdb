package dev.weft.weaver.pipeline;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** Woven class files by internal name. */
record WovenSample(Map<String, byte[]> classFiles) {

    /** Behind the parameters come the frame, what is received, and more where it is called. */
    private static final String BODY =
            ".*\\$\\$[^;]*;Ljava/lang/Object;(Ldev/weft/Coroutine;I)?\\)Ljava/lang/Object;";

    byte[] bytes(String type) {
        return classFiles.get(type);
    }

    ClassNode node(String type) {
        return Sample.node(classFiles.get(type));
    }

    /** The method of the class {@code Sample} with the name and signature that the user gave it. */
    MethodNode stub(String name) {
        return sampleMethod(name, false);
    }

    /** The state machine of a method of the class {@code Sample}. */
    MethodNode body(String name) {
        return sampleMethod(name, true);
    }

    ClassNode frame(String method) {
        return node("Sample$$" + method);
    }

    private MethodNode sampleMethod(String name, boolean synthetic) {
        return Sample.methods(node("Sample"), name).stream()
                .filter(method -> (method.access & Opcodes.ACC_SYNTHETIC) != 0 == synthetic)
                .findFirst()
                .orElseThrow();
    }

    /** The state machines of all classes, each with the class that it stands in. */
    Stream<Body> bodies() {
        return classFiles.keySet().stream()
                .map(this::node)
                .flatMap(
                        owner ->
                                owner.methods.stream()
                                        .filter(WovenSample::isBody)
                                        .map(method -> new Body(owner, method)));
    }

    private static boolean isBody(MethodNode method) {
        return (method.access & Opcodes.ACC_SYNTHETIC) != 0 && method.desc.matches(BODY);
    }

    /** A state machine. */
    record Body(ClassNode owner, MethodNode method) {
        @Override
        public String toString() {
            return owner.name + "." + method.name;
        }
    }

    /** Calls a static method of the class {@code Sample}, in a loader of its own. */
    @Nullable Object call(String name, @Nullable Object... arguments) {
        try {
            for (Method method : new Loader().loadClass("Sample").getDeclaredMethods()) {
                if (method.getName().equals(name) && !method.isSynthetic()) {
                    method.setAccessible(true);
                    return method.invoke(null, arguments);
                }
            }
            throw new AssertionError("no method " + name);
        } catch (InvocationTargetException e) {
            throw new AssertionError(name + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What ASM's checker finds wrong with the class files, nothing if all is well. */
    String complaints() {
        StringWriter complaints = new StringWriter();
        for (byte[] classFile : classFiles.values()) {
            ClassReader reader = new ClassReader(classFile);
            CheckClassAdapter.verify(reader, new Loader(), false, new PrintWriter(complaints));
        }
        return complaints.toString();
    }

    private final class Loader extends ClassLoader {

        Loader() {
            super(WovenSample.class.getClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classFiles.get(name.replace('.', '/'));
            if (bytes == null) throw new ClassNotFoundException(name);
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
