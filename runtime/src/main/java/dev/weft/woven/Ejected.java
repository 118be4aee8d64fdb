package dev.weft.woven;

import dev.weft.AsyncCloseable;
import dev.weft.Coroutine;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What state machines and generator machines have in common. */
final class Ejected {
    private Ejected() {}

    /** Where it runs; the lines may change, and are not known. */
    static String trace(Frame<?> machine) {
        Class<?> type = machine.getClass();
        return type.getName() + "\nrun\n" + file(type) + "\n";
    }

    /** The method that it was. */
    static String method(Frame<?> machine) {
        Class<?> type = machine.getClass();
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getName() : outer.getName() + "." + method(type, outer);
    }

    private static String method(Class<?> type, Class<?> outer) {
        String name = type.getSimpleName();
        if (name.isEmpty()) {
            return "lambda";
        }
        String method = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return declares(outer, method) ? method : method.replaceFirst("\\d+$", "");
    }

    /** A number behind the name tells machines of methods with one name apart. */
    private static boolean declares(Class<?> type, String name) {
        try {
            return Arrays.stream(type.getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(name));
        } catch (LinkageError incomplete) {
            return false;
        }
    }

    private static String file(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return outermost.getSimpleName() + ".java";
    }

    @SuppressWarnings("unchecked")
    static <V extends @Nullable Object> V typed(@Nullable Object value) {
        return (V) value;
    }

    static @Nullable Object returned(@Nullable Object returned, Frame<?> machine) {
        String method = returned == null ? machine.method() : "";
        return returned instanceof CompletionStage<?> stage
                ? Woven.returned(stage, machine, method)
                : Woven.returned((Coroutine<?>) returned, machine, method);
    }

    static @Nullable Object close(
            @Nullable AsyncCloseable resource, @Nullable Throwable failure, Frame<?> machine)
            throws Exception {
        if (resource == null) {
            return failure;
        }
        return failure == null
                ? Woven.close(resource, machine)
                : Woven.exit(resource, failure, machine);
    }

    static Throwable leaving(@Nullable Object leaving, @Nullable Throwable failure) {
        return Woven.leaving(leaving, failure);
    }

    static void closeNow(@Nullable AutoCloseable resource, @Nullable Throwable failure)
            throws Throwable {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Throwable suppressed) {
            if (failure == null) {
                throw suppressed;
            }
            failure.addSuppressed(suppressed);
        }
        if (failure != null) {
            throw failure;
        }
    }

    static void initialise(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
