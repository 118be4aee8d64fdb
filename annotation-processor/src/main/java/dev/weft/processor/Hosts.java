package dev.weft.processor;

import com.sun.source.util.JavacTask;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/** Finds javac behind the environment that a processor is given. */
final class Hosts {

    private static final String INTELLIJ = "org.jetbrains.jps.";

    private Hosts() {}

    /** The compilation that the environment belongs to; null if it is not javac's. */
    static @Nullable JavacTask javacTask(ProcessingEnvironment environment) {
        try {
            return JavacTask.instance(environment);
        } catch (IllegalArgumentException | LinkageError otherCompiler) {
            return null;
        }
    }

    /**
     * What a build tool has wrapped into an environment of its own. Each keeps it in a field:
     * Gradle's in {@code delegate}, kapt's in {@code processingEnv}, and the handler of IntelliJ
     * IDEA's proxies in one that the compiler has named.
     */
    static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(List.of(environment));
        while (!open.isEmpty()) {
            Object wrapper = open.pop();
            if (!seen.add(wrapper)) {
                continue;
            }
            if (wrapper instanceof ProcessingEnvironment inner && javacTask(inner) != null) {
                return inner;
            }
            if (Proxy.isProxyClass(wrapper.getClass())) {
                open.push(Proxy.getInvocationHandler(wrapper));
            }
            wrapped(wrapper, open);
        }
        return environment;
    }

    private static void wrapped(Object wrapper, Deque<Object> open) {
        for (Class<?> type = wrapper.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && read(field, wrapper) instanceof ProcessingEnvironment inner) {
                    open.push(inner);
                }
            }
        }
    }

    private static @Nullable Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException | RuntimeException closed) {
            return null;
        }
    }

    /** Whether IntelliJ IDEA's own builder runs this compilation. */
    static boolean isIntelliJ() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.anyMatch(
                                        frame -> frame.getClassName().startsWith(INTELLIJ)));
    }
}
