package dev.weft.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a loop waits in: a selector, which also tells readiness, or as long as no channel is
 * registered its parked thread, which is sooner awake.
 */
final class Poller {
    private final ReadyQueue ready;

    /** Opened when a channel is first registered. */
    private @Nullable Selector selector;

    /**
     * What has to be woken, the selector or the thread; not null from before the loop looks into
     * its inbox for the last time until it has waited, or somebody wakes it.
     */
    private final AtomicReference<@Nullable Object> waiting = new AtomicReference<>();

    /** Registrations that were not cancelled. For the loop's thread, as the rest is. */
    private int registered;

    Poller(ReadyQueue ready) {
        this.ready = ready;
    }

    /** From any thread. */
    void wake() {
        Object sleeper = waiting.get();
        // To wake a thread takes long until it runs: who comes meanwhile need not do so again.
        if (sleeper == null || !waiting.compareAndSet(sleeper, null)) {
            return;
        }
        if (sleeper instanceof Thread thread) {
            LockSupport.unpark(thread);
        } else {
            ((Selector) sleeper).wakeup();
        }
    }

    boolean inUse() {
        return registered > 0;
    }

    void pollNow() {
        Selector selector = this.selector;
        if (selector != null && inUse()) {
            try {
                selector.selectNow(Poller::makeReady);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Waits so long, or until a channel is ready or something is handed over. */
    void await(long nanos, Inbox inbox) {
        try {
            Selector selector = forWaiting();
            waiting.set(selector == null ? Thread.currentThread() : selector);
            // executeThreadsafe adds before it reads what waits, so one of the two sees the other.
            if (inbox.isEmpty()) {
                if (selector == null) {
                    park(nanos);
                } else {
                    selector.select(Poller::makeReady, millis(nanos));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            waiting.set(null);
        }
    }

    private @Nullable Selector forWaiting() throws IOException {
        Selector selector = this.selector;
        if (selector == null || inUse()) {
            return selector;
        }
        if (!selector.keys().isEmpty()) {
            // A closed channel keeps its file as long as the selector has not let go of it.
            selector.selectNow();
        }
        return null;
    }

    private void park(long nanos) {
        if (nanos == Long.MAX_VALUE) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, nanos);
        }
    }

    /** Rounded up: a loop that wakes too early would spin until the timer is due. 0 is for ever. */
    private static long millis(long nanos) {
        return nanos == Long.MAX_VALUE
                ? 0
                : TimeUnit.NANOSECONDS.toMillis(
                        Math.min(nanos, TimeUnit.DAYS.toNanos(1)) + 999_999);
    }

    private Selector open() throws IOException {
        Selector selector = this.selector;
        if (selector == null) {
            selector = Selector.open();
            this.selector = selector;
        }
        return selector;
    }

    Registration register(SelectableChannel channel, int operations, Readiness readiness)
            throws IOException {
        Watched watched = new Watched(readiness);
        SelectionKey key = channel.register(open(), operations, watched);
        watched.key = key;
        registered++;
        return watched;
    }

    private static void makeReady(SelectionKey key) {
        ((Watched) key.attachment()).makeReady(key.readyOps());
    }

    void close() {
        Selector selector = this.selector;
        if (selector != null) {
            try {
                selector.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A registered channel; stands in the ready queue itself when the channel is ready. */
    private final class Watched extends Callback implements Registration {
        private final Readiness readiness;
        private @Nullable SelectionKey key;

        /** Ready operations that have not been told; not 0 while it stands in the queue. */
        private int untold;

        Watched(Readiness readiness) {
            this.readiness = readiness;
        }

        void makeReady(int operations) {
            if (untold == 0) {
                ready.add(this);
            }
            untold |= operations;
        }

        @Override
        protected void run() {
            int operations = untold;
            untold = 0;
            SelectionKey key = this.key;
            if (key != null && key.isValid()) {
                operations &= key.interestOps();
                if (operations != 0) {
                    readiness.ready(operations);
                }
            }
        }

        @Override
        public void interest(int operations) {
            if (key != null) {
                key.interestOps(operations);
            }
        }

        @Override
        public void cancel() {
            if (key != null) {
                key.cancel();
                key = null;
                registered--;
            }
        }
    }
}
