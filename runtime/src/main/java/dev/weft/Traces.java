package dev.weft;

import org.jspecify.annotations.Nullable;

/** Makes stack traces read through the awaits. */
final class Traces {
    private Traces() {}

    static void crossing(Throwable failure, Execution<?> execution) {}

    static void delivered(Thrown thrown, @Nullable Coroutine<?> awaiter) {
        thrown.traced = true;
    }

    static void thrownAt(Thrown thrown, Coroutine<?> awaiter) {
        thrown.traced = true;
    }

    static void thrownByStage(Throwable failure, Object stage, Coroutine<?> awaiter) {}

    static boolean seenFrom(Throwable failure, Object stage) {
        return false;
    }
}
