package dev.weft.differential.probe;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Side effects that a run records. {@code v} logs a value on its way through an expression. */
public final class Probe {

    private static volatile Recorder recorder = new Recorder(0, FailureKind.UNCHECKED);

    public static void record(Recorder run) {
        recorder = run;
    }

    public static void log(@Nullable Object entry) {
        recorder.log(Show.show(entry));
    }

    /** Bounds the work of a program that calls itself too often. */
    public static void call() {
        recorder.call();
    }

    /** Does nothing that a compiler knows of, and may throw as far as it knows. */
    public static void checked() throws java.io.IOException {
        Objects.requireNonNull(recorder);
    }

    public static boolean v(String name, boolean value) {
        return seen(name, value);
    }

    public static byte v(String name, byte value) {
        return seen(name, value);
    }

    public static char v(String name, char value) {
        return seen(name, value);
    }

    public static short v(String name, short value) {
        return seen(name, value);
    }

    public static int v(String name, int value) {
        return seen(name, value);
    }

    public static long v(String name, long value) {
        return seen(name, value);
    }

    public static float v(String name, float value) {
        return seen(name, value);
    }

    public static double v(String name, double value) {
        return seen(name, value);
    }

    public static <T extends @Nullable Object> T v(String name, T value) {
        return seen(name, value);
    }

    private static <T extends @Nullable Object> T seen(String name, T value) {
        recorder.log(name + "=" + Show.show(value));
        return value;
    }

    /** What the next leaf is to fail with, or null. For the leaves only. */
    public static @Nullable Throwable nextLeaf() {
        return recorder.nextLeaf();
    }

    private Probe() {}
}
