package dev.weft.processor;

import com.sun.source.util.JavacTask;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.tools.JavaFileManager;
import org.jspecify.annotations.Nullable;

/**
 * The inside of javac, where the host has opened it. IntelliJ IDEA does so for the process that its
 * own builder runs in; with Maven and Gradle it is up to the user. Nothing is forced open here.
 */
final class OpenJavac {

    private static final String JAVAC = "com.sun.tools.javac.";

    /** What has to be open. */
    static final List<String> PACKAGES =
            List.of(JAVAC + "api", JAVAC + "jvm", JAVAC + "main", JAVAC + "util");

    /** The JVM's options that open it. */
    static String options() {
        return PACKAGES.stream()
                .map(name -> "--add-opens=jdk.compiler/" + name + "=ALL-UNNAMED")
                .collect(Collectors.joining(" "));
    }

    private final ClassLoader loader;
    private final Object context;

    private OpenJavac(ClassLoader loader, Object context) {
        this.loader = loader;
        this.context = context;
    }

    /** The inside of the javac that runs a task; empty where it is closed or looks different. */
    static Optional<OpenJavac> of(JavacTask task) {
        Module javac = task.getClass().getModule();
        boolean open =
                PACKAGES.stream()
                        .allMatch(
                                name ->
                                        javac.getPackages().contains(name)
                                                && javac.isOpen(name, OpenJavac.class.getModule()));
        if (!open) {
            return Optional.empty();
        }
        try {
            ClassLoader loader = task.getClass().getClassLoader();
            Class<?> type = Class.forName(JAVAC + "api.BasicJavacTask", false, loader);
            return Optional.of(new OpenJavac(loader, type.getMethod("getContext").invoke(task)));
        } catch (ReflectiveOperationException other) {
            return Optional.empty();
        }
    }

    /**
     * Lets class files be written through another file manager from now on.
     *
     * @param around makes it of the one that javac has
     * @return whether that was possible
     */
    boolean divertClassFiles(UnaryOperator<JavaFileManager> around) {
        try {
            JavaFileManager files = (JavaFileManager) get(JavaFileManager.class);
            try {
                put(JavaFileManager.class, around.apply(files));
                replaceWriter();
            } finally {
                put(JavaFileManager.class, files);
            }
            return true;
        } catch (ReflectiveOperationException other) {
            return false;
        }
    }

    /** A class writer keeps the file manager that it finds when it is made. */
    private void replaceWriter() throws ReflectiveOperationException {
        Class<?> type = type("jvm.ClassWriter");
        Object key = accessible(type.getDeclaredField("classWriterKey")).get(null);
        Class<?> keys = type("util.Context$Key");
        Method get = context.getClass().getMethod("get", keys);
        Method put = context.getClass().getMethod("put", keys, Object.class);
        Object before = get.invoke(context, key);
        put.invoke(context, key, null);
        Object after = instance(type);
        Field modules = type.getField("multiModuleMode");
        modules.set(after, modules.get(before));
        Class<?> compiler = type("main.JavaCompiler");
        accessible(compiler.getDeclaredField("writer")).set(instance(compiler), after);
    }

    /** The options for processors, as javac itself would hand them to one. */
    Map<String, String> processorOptions() {
        Map<String, String> found = new HashMap<>();
        try {
            Object options = instance(type("util.Options"));
            Iterable<?> names =
                    (Iterable<?>) options.getClass().getMethod("keySet").invoke(options);
            for (Object name : names) {
                if (name.toString().startsWith("-A")) {
                    String[] parts = name.toString().substring(2).split("=", 2);
                    found.put(parts[0], parts.length == 2 ? parts[1] : null);
                }
            }
        } catch (ReflectiveOperationException other) {
            return Map.of();
        }
        return found;
    }

    private Object instance(Class<?> type) throws ReflectiveOperationException {
        return type.getMethod("instance", context.getClass()).invoke(null, context);
    }

    private Object get(Class<?> key) throws ReflectiveOperationException {
        return context.getClass().getMethod("get", Class.class).invoke(context, key);
    }

    /** The context takes nothing twice. */
    private void put(Class<?> key, @Nullable Object value) throws ReflectiveOperationException {
        Method put = context.getClass().getMethod("put", Class.class, Object.class);
        put.invoke(context, key, null);
        put.invoke(context, key, value);
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(JAVAC + name, false, loader);
    }

    private static Field accessible(Field field) {
        field.setAccessible(true);
        return field;
    }
}
