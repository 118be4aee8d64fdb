package dev.weft;

import java.lang.ref.Cleaner;

/** Debug mode's watch for coroutines that are collected before anybody awaits them. */
final class NeverAwaited {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final WeakIdentityMap<Coroutine<?>, Cleaner.Cleanable> WATCHED =
            new WeakIdentityMap<>();

    private NeverAwaited() {}

    static void created(Coroutine<?> coroutine) {
        if (!coroutine.isValue() && !(coroutine instanceof AsyncIterator)) {
            Report report = new Report(coroutine.getClass().getName(), new Throwable("made here"));
            WATCHED.put(coroutine, CLEANER.register(coroutine, report));
        }
    }

    static void started(Coroutine<?> coroutine) {
        Cleaner.Cleanable watch = WATCHED.remove(coroutine);
        if (watch != null) {
            STARTED.set(true);
            try {
                watch.clean();
            } finally {
                STARTED.set(false);
            }
        }
    }

    /** Set while a watch ends because of a start: {@code clean} is the only way to end it. */
    private static final ThreadLocal<Boolean> STARTED = ThreadLocal.withInitial(() -> false);

    private record Report(String type, Throwable made) implements Runnable {
        @Override
        public void run() {
            if (!STARTED.get()) {
                System.getLogger("dev.weft")
                        .log(
                                System.Logger.Level.WARNING,
                                "A coroutine of " + type + " was never awaited",
                                made);
            }
        }
    }
}
