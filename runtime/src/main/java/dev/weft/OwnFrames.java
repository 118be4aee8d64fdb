package dev.weft;

import java.security.CodeSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Tells the runtime's own frames in a stack trace from the program's. */
final class OwnFrames {
    private static final String PACKAGE = OwnFrames.class.getPackageName() + ".";
    private static final String EXECUTION = Execution.class.getName();
    private static final String COROUTINE = Coroutine.class.getName();
    private static final String ENTRY = PACKAGE + "woven.Woven";
    private static final Set<String> GENERATED = Set.of("awaitFrom", "step", "nextFrom", "proceed");
    private static final @Nullable Object HOME = home(OwnFrames.class);

    /** By class name, of classes whose name begins as ours do. */
    private static final ConcurrentMap<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    private OwnFrames() {}

    /** Where the frames of a coroutine end and those of the loop begin; -1 if they do not. */
    static int bottom(StackTraceElement[] elements) {
        for (int i = 0; i < elements.length; i++) {
            if (is(elements[i], EXECUTION, "resume")) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a frame is the runtime's, or one of the generated code that only calls a body. */
    static boolean at(StackTraceElement[] elements, int index) {
        StackTraceElement element = elements[index];
        if (isGenerated(element)) {
            return true;
        }
        if (element.getMethodName().equals("step") && index + 1 < elements.length) {
            StackTraceElement caller = elements[index + 1];
            if (is(caller, COROUTINE, "awaitFrom") || is(caller, EXECUTION, "resume")) {
                return true;
            }
        }
        // The method that the program called for an entry point: its body has its frame already.
        if (index > 0 && is(elements[index - 1], ENTRY, "run")) {
            return true;
        }
        String name = element.getClassName();
        return name.startsWith(PACKAGE) && KNOWN.computeIfAbsent(name, OwnFrames::isOurs);
    }

    /** Frame classes have two dollars in their names, and no lines. */
    private static boolean isGenerated(StackTraceElement element) {
        return element.getLineNumber() < 0
                && GENERATED.contains(element.getMethodName())
                && element.getClassName().contains("$$");
    }

    private static boolean is(StackTraceElement element, String type, String method) {
        return element.getMethodName().equals(method) && element.getClassName().equals(type);
    }

    /** Programs and tests may live below our package: what counts is where a class came from. */
    private static boolean isOurs(String name) {
        try {
            Class<?> type = Class.forName(name, false, OwnFrames.class.getClassLoader());
            return Objects.equals(home(type), HOME);
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static @Nullable Object home(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null ? null : source.getLocation();
    }
}
