package dev.weft;

/** Debug mode's watch for coroutines that are collected before anybody awaits them. */
final class NeverAwaited {
    private NeverAwaited() {}

    static void created(Coroutine<?> coroutine) {}

    static void started(Coroutine<?> coroutine) {}
}
