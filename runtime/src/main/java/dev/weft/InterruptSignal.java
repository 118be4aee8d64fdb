package dev.weft;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C during a run: the first cancels the run's task, the second does what the JVM does. By
 * reflection, as the JDK has no supported way to handle a signal, and a JDK without this one only
 * loses the clean-up.
 */
final class InterruptSignal implements AutoCloseable {
    /** What the JDK wraps handlers in that are its own. */
    private static final String OWN_HANDLER = "sun.misc.Signal$SunMiscHandler";

    private static final AtomicBoolean WATCHED = new AtomicBoolean();

    private final Task<?> task;
    private final AtomicInteger signals = new AtomicInteger();
    private final Class<?> handlerType;
    private final Method handle;
    private final Object signal;

    /** The handler that was there before, until it is put back. */
    private volatile @Nullable Object before;

    private InterruptSignal(Task<?> task) throws ReflectiveOperationException {
        this.task = task;
        Class<?> signalType = Class.forName("sun.misc.Signal");
        handlerType = Class.forName("sun.misc.SignalHandler");
        handle = signalType.getMethod("handle", signalType, handlerType);
        signal = signalType.getConstructor(String.class).newInstance("INT");
    }

    /** Watches, if this thread's Ctrl-C is the program's and nobody else handles it. */
    static @Nullable InterruptSignal watchFor(Task<?> task) {
        if (!isMain(Thread.currentThread()) || !WATCHED.compareAndSet(false, true)) {
            return null;
        }
        InterruptSignal watching = null;
        try {
            InterruptSignal signal = new InterruptSignal(task);
            watching = signal.install() ? signal : null;
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            // No such class, or a JVM that was told to leave signals alone.
        } finally {
            WATCHED.set(watching != null);
        }
        return watching;
    }

    /** By its name and place: its number depends on the JDK. */
    private static boolean isMain(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return thread.getName().equals("main")
                && group != null
                && group.getName().equals("main")
                && group.getParent() != null
                && group.getParent().getParent() == null;
    }

    private boolean install() throws ReflectiveOperationException {
        Object handler =
                Proxy.newProxyInstance(
                        handlerType.getClassLoader(),
                        new Class<?>[] {handlerType},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "handle" -> {
                                        received(arguments[0]);
                                        yield null;
                                    }
                                    case "equals" -> proxy == arguments[0];
                                    case "hashCode" -> System.identityHashCode(proxy);
                                    default -> "Weft's handler of SIGINT";
                                });
        Object found = handle.invoke(null, signal, handler);
        if (found == null || !found.getClass().getName().equals(OWN_HANDLER)) {
            handle.invoke(null, signal, found);
            return false;
        }
        before = found;
        return true;
    }

    /** On the JVM's thread for signals. */
    private void received(Object received) throws ReflectiveOperationException {
        if (signals.incrementAndGet() == 1 && task.cancel()) {
            return;
        }
        Object before = this.before;
        if (before != null) {
            callHandler(before, received);
        }
    }

    private void callHandler(Object handler, Object received) throws ReflectiveOperationException {
        handlerType.getMethod("handle", signal.getClass()).invoke(handler, received);
    }

    boolean received() {
        return signals.get() > 0;
    }

    /** Does what the JVM would have done, which is to exit. */
    void handOn() {
        Object handler = before;
        close();
        try {
            if (handler != null) {
                callHandler(handler, signal);
            }
        } catch (InvocationTargetException e) {
            throw Sneaky.rethrow(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the handler back that was there before. */
    @Override
    public void close() {
        if (before != null) {
            try {
                handle.invoke(null, signal, before);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            before = null;
            WATCHED.set(false);
        }
    }
}
