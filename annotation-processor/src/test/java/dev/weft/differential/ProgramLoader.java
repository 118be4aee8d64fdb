package dev.weft.differential;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defines what was compiled; everything else comes from the tests' own loader. */
final class ProgramLoader extends ClassLoader {

    private final Map<String, byte[]> classes;

    ProgramLoader(Map<String, byte[]> classes) {
        super(ProgramLoader.class.getClassLoader());
        this.classes = classes;
        setDefaultAssertionStatus(true);
    }

    /** A loader of the same classes, none of which is initialised. */
    ProgramLoader renewed() {
        return new ProgramLoader(classes);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        String type = name.replaceFirst("\\.class$", "").replace('/', '.');
        byte[] bytes = classes.get(type);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    Set<String> names() {
        return classes.keySet();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
        }
    }
}
