package dev.weft;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The signals that a loop handles. For the loop's thread, and for who closes the loop. */
final class LoopSignals {
    private final EventLoop loop;
    private final Map<String, SignalHook> hooks = new HashMap<>();

    LoopSignals(EventLoop loop) {
        this.loop = loop;
    }

    void add(String signal, Runnable action) {
        String name = shortName(signal);
        Runnable named = new Handler(name, action);
        Context context = CurrentContext.copyFor(loop);
        SignalHook hook = SignalHook.install(name, () -> receive(named, context));
        SignalHook replaced = hooks.put(name, hook);
        if (replaced != null) {
            replaced.remove();
        }
    }

    /** On the JVM's thread for signals, which may come here as the loop is closed. */
    private void receive(Runnable action, @Nullable Context context) {
        if (!loop.isClosed()) {
            loop.handOver(new CallbackHandle(action, context));
        }
    }

    boolean remove(String signal) {
        @Nullable SignalHook hook = hooks.remove(shortName(signal));
        if (hook != null) {
            hook.remove();
        }
        return hook != null;
    }

    void close() {
        hooks.values().forEach(SignalHook::remove);
        hooks.clear();
    }

    private static String shortName(String signal) {
        return signal.startsWith("SIG") ? signal.substring(3) : signal;
    }

    private record Handler(String signal, Runnable action) implements Runnable {
        @Override
        public void run() {
            action.run();
        }

        @Override
        public String toString() {
            return action + " for SIG" + signal;
        }
    }
}
