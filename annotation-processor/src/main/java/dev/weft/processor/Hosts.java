package dev.weft.processor;

import com.sun.source.util.JavacTask;
import java.lang.reflect.Field;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/** Finds javac behind the environment that a processor is given. */
final class Hosts {

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
     * What a build tool has wrapped into an environment of its own, in a field {@code delegate}.
     */
    static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
        ProcessingEnvironment inner = environment;
        while (javacTask(inner) == null) {
            ProcessingEnvironment delegate = delegate(inner);
            if (delegate == null || delegate == inner) {
                return environment;
            }
            inner = delegate;
        }
        return inner;
    }

    private static @Nullable ProcessingEnvironment delegate(ProcessingEnvironment wrapper) {
        for (Class<?> type = wrapper.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField("delegate");
                field.setAccessible(true);
                return field.get(wrapper) instanceof ProcessingEnvironment inner ? inner : null;
            } catch (NoSuchFieldException elsewhere) {
                continue;
            } catch (IllegalAccessException | RuntimeException closed) {
                return null;
            }
        }
        return null;
    }
}
