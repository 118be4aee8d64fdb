package dev.weft;

import org.jspecify.annotations.Nullable;

/** Moves the elements of an iterator on, in a task of its own, as there is room for them. */
final class Pump extends Coroutine<@Nullable Void> {
    /** Where the elements go. */
    interface Sink {
        boolean hasRoom();

        void put(@Nullable Object element) throws Exception;
    }

    private static final int WAITING = 1;
    private static final int PULLING = 2;
    private static final int STOPPING = 3;
    private static final int FAILING = 4;

    private final AsyncIterator<?> source;
    private final Sink sink;
    private final Signal room = new Signal();
    private int at;
    private boolean stopped;

    /** Whether stopping cancelled the task, which is then taken back if it was not necessary. */
    private boolean cancelled;

    Pump(AsyncIterator<?> source, Sink sink) {
        this.source = source;
        this.sink = sink;
    }

    /** Says that there may be room now. */
    void wake() {
        room.fire();
    }

    /**
     * Ends it when its source is closed: a wait for room just ends, a wait for an element is
     * cancelled.
     */
    void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        if (at == PULLING && running() instanceof Task<?> task && !task.done()) {
            cancelled = true;
            task.cancel();
        } else {
            wake();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) throws Exception {
        if (at == STOPPING) {
            return outcome(received);
        }
        if (at == FAILING) {
            return failed(outcome(received));
        }
        boolean ended;
        try {
            ended = run(received);
        } catch (Throwable failure) {
            at = FAILING;
            return failed(awaitClose(source, failure, this));
        }
        if (!ended || !stopped) {
            return ended ? null : SUSPENDED;
        }
        at = STOPPING;
        return source.closeAsync().awaitFrom(this);
    }

    /** Runs until it has to wait; true when it is over, stopped or at the source's end. */
    private boolean run(@Nullable Object received) throws Exception {
        int from = at;
        while (true) {
            if (from != PULLING && !hasRoom(from, received)) {
                return false;
            }
            if (stopped && from != PULLING) {
                return true;
            }
            at = PULLING;
            Object element = from == PULLING ? outcome(received) : source.nextFrom(this);
            if (element == SUSPENDED) {
                return false;
            }
            at = 0;
            if (element == END) {
                return true;
            }
            withdrawCancel();
            if (!stopped) {
                sink.put(element);
            }
            from = 0;
        }
    }

    private boolean hasRoom(int from, @Nullable Object received) {
        if (from == WAITING) {
            outcome(received);
        }
        at = WAITING;
        return stopped || sink.hasRoom() || room.await(home(), this) != SUSPENDED;
    }

    /**
     * It came too late to be thrown where the element was waited for: the close is not to get it.
     */
    private void withdrawCancel() {
        if (cancelled && running() instanceof Task<?> task) {
            cancelled = false;
            task.uncancel();
        }
    }

    private EventLoop home() {
        return running().home();
    }

    private static Object failed(@Nullable Object leaving) {
        if (leaving instanceof Throwable failure) {
            throw Sneaky.rethrow(failure);
        }
        return SUSPENDED;
    }
}
