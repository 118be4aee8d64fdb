package dev.weft;

/** The loop, on a daemon thread, that serves hot methods which run on none. */
final class SharedLoop {
    private static final EventLoop LOOP = start();

    private SharedLoop() {}

    static EventLoop get() {
        return LOOP;
    }

    private static EventLoop start() {
        EventLoop loop = EventLoop.create();
        Thread thread = new Thread(() -> runAlways(loop), "weft-shared-loop");
        thread.setDaemon(true);
        loop.belongTo(thread);
        thread.start();
        return loop;
    }

    /** Whoever is given a task or promise of it could stop it for all others. */
    private static void runAlways(EventLoop loop) {
        while (!loop.isClosed()) {
            loop.runForever();
        }
    }
}
