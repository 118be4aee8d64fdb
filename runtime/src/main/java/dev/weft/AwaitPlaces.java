package dev.weft;

import org.jspecify.annotations.Nullable;

/** The stack trace elements of a method's awaits, kept as long as its class. */
final class AwaitPlaces {
    private static final class Known {
        volatile @Nullable AwaitPlaces places;
    }

    private static final ClassValue<Known> KNOWN =
            new ClassValue<>() {
                @Override
                protected Known computeValue(Class<?> type) {
                    return new Known();
                }
            };

    /** As {@link Coroutine#trace()} gives it. */
    private final String trace;

    /** By number of the await; the first is the method without a line. */
    private final StackTraceElement[] elements;

    private AwaitPlaces(String trace) {
        String[] parts = trace.split("\n", 4);
        String file = parts[2].isEmpty() ? null : parts[2];
        String[] lines = parts[3].split(",", -1);
        this.trace = trace;
        elements = new StackTraceElement[1 + lines.length];
        elements[0] = new StackTraceElement(parts[0], parts[1], file, -1);
        for (int i = 0; i < lines.length; i++) {
            elements[i + 1] = new StackTraceElement(parts[0], parts[1], file, line(lines[i]));
        }
    }

    private static int line(String line) {
        return line.isEmpty() || line.equals("0") ? -1 : Integer.parseInt(line);
    }

    /** The line where a coroutine is suspended; null if it has none. */
    static @Nullable StackTraceElement of(Coroutine<?> coroutine) {
        return at(coroutine, coroutine.suspensionPoint());
    }

    /** The method of a coroutine, without a line; null if it has none. */
    static @Nullable StackTraceElement methodOf(Coroutine<?> coroutine) {
        return at(coroutine, 0);
    }

    private static @Nullable StackTraceElement at(Coroutine<?> coroutine, int point) {
        String trace = coroutine.trace();
        if (trace == null) {
            return null;
        }
        StackTraceElement[] elements = of(coroutine.getClass(), trace).elements;
        return elements[point < elements.length ? point : 0];
    }

    private static AwaitPlaces of(Class<?> type, String trace) {
        Known known = KNOWN.get(type);
        AwaitPlaces places = known.places;
        if (places == null || !places.trace.equals(trace)) {
            places = new AwaitPlaces(trace);
            known.places = places;
        }
        return places;
    }
}
