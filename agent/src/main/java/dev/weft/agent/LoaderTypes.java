package dev.weft.agent;

import dev.weft.weaver.types.ClassFileTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of other classes through each class loader. Loaders that are not needed any more
 * are not kept, and no lock is held while one looks for a class file.
 */
final class LoaderTypes {

    private final Map<ClassLoader, ClassFileTypes> known =
            Collections.synchronizedMap(new WeakHashMap<>());

    ClassFileTypes seenBy(ClassLoader loader) {
        ClassFileTypes types = known.get(loader);
        if (types == null) {
            WeakReference<ClassLoader> held = new WeakReference<>(loader);
            types = new ClassFileTypes(name -> find(name, held.get()));
            known.put(loader, types);
        }
        return types;
    }

    private static byte @Nullable [] find(String internalName, @Nullable ClassLoader loader) {
        if (loader == null) return null;
        try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
