package dev.weft;

import org.jspecify.annotations.Nullable;

/** What runs in a thread: an {@link EventLoop}, or a {@link HotStretch}, or nothing of ours. */
final class Running {
    private static final ThreadLocal<@Nullable Object> HERE = new ThreadLocal<>();

    private Running() {}

    static @Nullable Object here() {
        return HERE.get();
    }

    /** Begins something, and says what {@link #leave} has to go back to. */
    static @Nullable Object enter(Object running) {
        Object outside = HERE.get();
        HERE.set(running);
        return outside;
    }

    static void leave(@Nullable Object outside) {
        if (outside == null) {
            HERE.remove();
        } else {
            HERE.set(outside);
        }
    }

    static @Nullable EventLoop loopOrNull() {
        return HERE.get() instanceof EventLoop loop ? loop : null;
    }

    static EventLoop loop() {
        if (HERE.get() instanceof EventLoop loop) {
            return loop;
        }
        throw noLoop();
    }

    /** The loop for what is made in this thread now: that of a hot method on no loop is shared. */
    static EventLoop loopForNewWork() {
        Object running = HERE.get();
        if (running == null) {
            throw noLoop();
        }
        return running instanceof EventLoop loop ? loop : SharedLoop.get();
    }

    private static IllegalStateException noLoop() {
        return new IllegalStateException(
                "no event loop runs in thread \""
                        + Thread.currentThread().getName()
                        + "\": start one with Weft.run, or hand over with loop.submit; an @Async"
                        + " void method has one if dev.weft:weft-processor has woven it");
    }

    /** Whether this thread turns a loop, further down its stack, which nothing may block. */
    static boolean turnsLoop(@Nullable Object running) {
        return running instanceof EventLoop
                || running instanceof HotStretch stretch && stretch.onLoop;
    }

    static void requireNoLoop() {
        if (turnsLoop(HERE.get())) {
            throw new IllegalStateException(
                    "an event loop runs in thread \""
                            + Thread.currentThread().getName()
                            + "\" already: await the coroutine instead of running a loop for it");
        }
    }
}
