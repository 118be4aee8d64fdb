package dev.weft;

import dev.weft.differential.probe.HandOver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A generator whose body runs on a thread of its own. Control is handed over strictly: while the
 * body runs, whoever asked for an element waits, and the other way round.
 */
public final class GeneratorThread<T> implements AsyncGenerator<T> {

    /** A body as javac compiled it. */
    public interface Body {
        AsyncGenerator<?> run() throws Throwable;
    }

    /** Ends the body of a generator that nobody asks any more. */
    private static final class Abandoned extends Error {
        private static final long serialVersionUID = 1;
    }

    static final Object END = new Object();

    private static final ThreadLocal<GeneratorThread<?>> CURRENT = new ThreadLocal<>();
    private static final Set<GeneratorThread<?>> WAITING = ConcurrentHashMap.newKeySet();

    private final String name;
    private final Body body;
    private final HandOver handOver = new HandOver();
    private boolean begun;
    private boolean running;
    private boolean finished;
    private boolean closing;
    private boolean abandoned;
    private Object sent;
    private Throwable thrown;
    private Object result;
    private Throwable failure;

    private GeneratorThread(String name, Body body) {
        this.name = "generator " + name;
        this.body = body;
    }

    /** What a call of a generator method gives. */
    public static AsyncGenerator<?> of(Body body, String name) {
        return new GeneratorThread<>(name, body);
    }

    /** Lets the threads go that a run has left waiting; whether there were any. */
    public static boolean endRun() {
        boolean any = false;
        for (int i = 0; i < 1_000 && !WAITING.isEmpty(); i++) {
            any = true;
            GeneratorThread<?> waiting = WAITING.iterator().next();
            WAITING.remove(waiting);
            waiting.abandoned = true;
            waiting.handOver.toBody();
        }
        return any;
    }

    static Object emit(Object value) {
        return CURRENT.get().emitted(value);
    }

    private Object emitted(Object value) {
        if (closing) {
            finished = true;
            failure =
                    new IllegalStateException(
                            name
                                    + " emitted while it was being closed: let GeneratorExit pass,"
                                    + " and do not emit in finally");
        }
        result = value;
        WAITING.add(this);
        handOver.toConsumer();
        if (abandoned) throw new Abandoned();
        Throwable thrown = this.thrown;
        if (thrown != null) throw Weft.sneak(thrown);
        return sent;
    }

    private void run() {
        CURRENT.set(this);
        try {
            AsyncGenerator<?> returned = body.run();
            if (returned != Weft.end())
                throw new IllegalStateException(
                        name.substring("generator ".length())
                                + " returned "
                                + returned
                                + ": a generator returns end()");
            result = END;
        } catch (StopAsyncIteration stop) {
            failure =
                    new IllegalStateException(
                            name
                                    + " threw StopAsyncIteration: a generator ends with return"
                                    + " end()",
                            stop);
        } catch (Throwable t) {
            failure = t;
        } finally {
            finished = true;
            CURRENT.remove();
        }
    }

    private Object resume(Object sent, Throwable thrown) {
        if (finished) return END;
        if (running)
            throw new IllegalStateException(
                    name + " is running already: a generator serves one who iterates at a time");
        this.sent = sent;
        this.thrown = thrown;
        running = true;
        WAITING.remove(this);
        if (begun) handOver.toBody();
        else handOver.begin(this::run);
        begun = true;
        running = false;
        Throwable failure = this.failure;
        this.failure = null;
        if (failure != null) throw Weft.sneak(failure);
        return result;
    }

    @SuppressWarnings("unchecked")
    private Coroutine<T> element(Object element) {
        if (element == END) throw new StopAsyncIteration();
        return Weft.done((T) element);
    }

    @Override
    public Coroutine<T> next() {
        return element(resume(null, null));
    }

    @Override
    public Coroutine<T> send(Object value) {
        if (!begun && value != null)
            throw new IllegalStateException(
                    name + " has not begun: the first thing to send is null");
        return element(resume(value, null));
    }

    @Override
    public Coroutine<T> throwInto(Throwable failure) {
        if (!begun) {
            begun = true;
            finished = true;
        }
        if (finished) throw Weft.sneak(failure);
        return element(resume(null, failure));
    }

    @Override
    public Coroutine<Void> closeAsync() {
        if (!begun) {
            begun = true;
            finished = true;
        }
        if (finished) return Weft.done();
        if (!running) closing = true;
        try {
            resume(null, new GeneratorExit());
        } catch (GeneratorExit | StopAsyncIteration closed) {
            return Weft.done();
        }
        return Weft.done();
    }

    @Override
    public String toString() {
        return name;
    }
}
