package dev.weft;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A handler of one of the process's signals, in the place of the one that was there before. By
 * reflection, as the JDK has no supported way to handle a signal.
 */
final class SignalHook implements InvocationHandler {
    /** What the JDK wraps handlers in that are its own. */
    private static final String OWN_HANDLER = "sun.misc.Signal$SunMiscHandler";

    /** The last of ours that was put in place for a signal. Guarded by the class. */
    private static final Map<Object, SignalHook> LAST = new HashMap<>();

    private final Object signal;
    private final Class<?> handlerType;
    private final Method handle;
    private final Object proxy;

    /** Runs on the JVM's thread for signals. */
    private final Runnable action;

    /** Whom this one replaced. Written under the lock of the class; read by the JVM's thread. */
    private volatile @Nullable Object before;

    /** From then on this only stands for the one before, where somebody else keeps it. */
    private volatile boolean removed;

    private SignalHook(String name, Runnable action) throws ReflectiveOperationException {
        this.action = action;
        Class<?> signalType = Class.forName("sun.misc.Signal");
        handlerType = Class.forName("sun.misc.SignalHandler");
        handle = signalType.getMethod("handle", signalType, handlerType);
        signal = signalType.getConstructor(String.class).newInstance(name);
        proxy =
                Proxy.newProxyInstance(
                        handlerType.getClassLoader(), new Class<?>[] {handlerType}, this);
    }

    /**
     * Puts a handler in place.
     *
     * @param name the signal's name, without {@code SIG}
     * @param action short and quiet; runs on a thread of the JVM's
     * @throws IllegalArgumentException if there is no such signal, or the JVM keeps it for itself
     * @throws UnsupportedOperationException if this JVM has no way to handle signals
     */
    static SignalHook install(String name, Runnable action) {
        synchronized (SignalHook.class) {
            try {
                SignalHook hook = new SignalHook(name, action);
                hook.before = hook.put(hook.proxy);
                LAST.put(hook.signal, hook);
                return hook;
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof IllegalArgumentException refused) {
                    throw new IllegalArgumentException(
                            "signal " + name + " cannot be handled: " + refused.getMessage(),
                            refused);
                }
                throw Sneaky.rethrow(e.getCause());
            } catch (ReflectiveOperationException | LinkageError e) {
                throw new UnsupportedOperationException("this JVM has no sun.misc.Signal", e);
            }
        }
    }

    private @Nullable Object put(@Nullable Object handler) throws ReflectiveOperationException {
        return handle.invoke(null, signal, handler);
    }

    /** Whether this one is in the place of what the JVM does by itself. */
    boolean replacesJvmsOwn() {
        Object found = before;
        return found != null && found.getClass().getName().equals(OWN_HANDLER);
    }

    /** Does what would have been done without this. */
    void callBefore() {
        Object handler = before;
        if (handler == null) {
            return;
        }
        try {
            handlerType.getMethod("handle", signal.getClass()).invoke(handler, signal);
        } catch (InvocationTargetException e) {
            throw Sneaky.rethrow(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the handler back that was there before. A second call does nothing. */
    void remove() {
        synchronized (SignalHook.class) {
            if (removed) {
                return;
            }
            removed = true;
            // One that came after this one puts back what is left of it.
            if (LAST.get(signal) == this) {
                putBack();
            }
        }
    }

    private void putBack() {
        Object target = before;
        SignalHook left = hookBehind(target);
        while (left != null && left.removed) {
            target = left.before;
            left = hookBehind(target);
        }
        if (left == null) {
            LAST.remove(signal);
        } else {
            LAST.put(signal, left);
        }
        try {
            Object found = put(target);
            if (found != proxy) {
                // Somebody else's, who came after this one.
                put(found);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable SignalHook hookBehind(@Nullable Object handler) {
        return handler != null
                        && Proxy.isProxyClass(handler.getClass())
                        && Proxy.getInvocationHandler(handler) instanceof SignalHook hook
                ? hook
                : null;
    }

    @Override
    public @Nullable Object invoke(
            Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        switch (method.getName()) {
            case "handle" -> {
                if (removed) {
                    callBefore();
                } else {
                    action.run();
                }
                return null;
            }
            case "equals" -> {
                return arguments != null && proxy == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            default -> {
                return "Weft's handler of " + signal;
            }
        }
    }
}
