package dev.weft.differential;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** A method without parameters of a compiled class, and how to start it. */
final class Program {

    private final ClassLoader loader;
    private final Method start;
    private final Constructor<?> constructor;
    private final Method method;

    Program(ClassLoader loader, String className, String methodName) {
        this.loader = loader;
        try {
            start = loader.loadClass("entry.Entry").getMethod("start", Callable.class);
            Class<?> type = loader.loadClass(className);
            constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            method = type.getDeclaredMethod(methodName);
            method.setAccessible(true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The programs of a class: its public methods without parameters. */
    static List<String> methods(ClassLoader loader, String className) {
        try {
            return Stream.of(loader.loadClass(className).getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
                    .map(Method::getName)
                    .sorted()
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The coroutine that runs the method on a new instance. */
    Object start() throws Throwable {
        return invoke(start, null, (Callable<?>) this::call);
    }

    /** Ends what a run on the twin has left suspended; whether there was anything. */
    boolean endTwinRun() {
        try {
            Method end = loader.loadClass("dev.weft.GeneratorThread").getMethod("endRun");
            return (boolean) end.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object call() throws Exception {
        try {
            return invoke(method, constructor.newInstance());
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
    }

    @org.jspecify.annotations.NullUnmarked
    private static Object invoke(Method method, Object target, Object... arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
