package dev.weft.agent;

import dev.weft.weaver.Weaving.ClassFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Defines frame classes, each by the loader and in the protection domain of its class, so that the
 * two are in one package. This happens before the class itself is defined, as with its superclass.
 */
final class Frames {

    /** What has been defined, as a hash of its bytes. */
    private final Map<ClassLoader, Map<String, Integer>> defined =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Method define;

    Frames() {
        try {
            define =
                    ClassLoader.class.getDeclaredMethod(
                            "defineClass",
                            String.class,
                            byte[].class,
                            int.class,
                            int.class,
                            ProtectionDomain.class);
            define.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Defines a frame; one that is there already with the same bytes is left as it is. */
    void define(ClassFile frame, ClassLoader loader, @Nullable ProtectionDomain domain) {
        Map<String, Integer> known = of(loader);
        if (isDefined(frame, loader)) return;
        byte[] bytes = frame.bytes();
        String name = frame.internalName().replace('/', '.');
        try {
            define.invoke(loader, name, bytes, 0, bytes.length, domain);
        } catch (InvocationTargetException e) {
            // another thread may load the same class
            if (!isDefined(frame, loader)) throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        known.put(frame.internalName(), Arrays.hashCode(bytes));
    }

    /** Whether exactly this frame is there. */
    boolean isDefined(ClassFile frame, ClassLoader loader) {
        Integer hash = of(loader).get(frame.internalName());
        return hash != null && hash == Arrays.hashCode(frame.bytes());
    }

    private Map<String, Integer> of(ClassLoader loader) {
        return defined.computeIfAbsent(loader, key -> new ConcurrentHashMap<>());
    }
}
