package dev.weft.differential.probe;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts of values that are the same in both runs: no identity, no class loader, no slot number. */
public final class Show {

    public static String show(@Nullable Object value) {
        if (value == null) return "null";
        if (value instanceof String text) return '"' + text + '"';
        if (value instanceof Throwable failure) return failure(failure, 4);
        if (value.getClass().isArray()) return value.getClass().getSimpleName() + elements(value);
        if (value instanceof Number || value instanceof Character || value instanceof Boolean)
            return value.getClass().getSimpleName() + ' ' + value;
        if (value instanceof Enum<?> || value instanceof Record) return value.toString();
        if (value instanceof Collection<?> all) return all.stream().map(Show::show).toList() + "";
        if (value instanceof Map<?, ?> map) return map.toString();
        if (value instanceof Class<?> type) return type.getName();
        return "a " + value.getClass().getSimpleName();
    }

    private static String elements(Object array) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) all.add(show(Array.get(array, i)));
        return all.toString();
    }

    private static String failure(Throwable failure, int depth) {
        StringBuilder text = new StringBuilder(failure.getClass().getName());
        if (!saysWhere(failure)) text.append(": ").append(failure.getMessage());
        if (depth == 0) return text.toString();
        for (Throwable suppressed : failure.getSuppressed())
            text.append(" suppressed(").append(failure(suppressed, depth - 1)).append(')');
        Throwable cause = failure.getCause();
        if (cause != null) text.append(" cause(").append(failure(cause, depth - 1)).append(')');
        return text.toString();
    }

    /** The JVM's own messages name slots, descriptors and class loaders. */
    private static boolean saysWhere(Throwable failure) {
        String message = failure.getMessage();
        if (message == null) return false;
        return failure instanceof NullPointerException && message.startsWith("Cannot ")
                || failure instanceof ClassCastException && message.startsWith("class ");
    }

    private Show() {}
}
