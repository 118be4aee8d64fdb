package dev.weft;

import dev.weft.loop.Timer;
import org.jspecify.annotations.Nullable;

/** One of the things that a {@link Select} waits for. */
abstract class Alternative {
    /** What {@link #attempt} gives that has to wait. */
    static final Object WAIT = Place.WAIT;

    /** Whom to tell; null if it is not waited for. */
    private @Nullable Select<?> select;

    /** What can be waited for such that it has not happened if something else happens first. */
    static Alternative of(Awaitable<?> source) {
        if (source instanceof AsyncCondition.Wait) {
            throw new IllegalArgumentException(
                    "the await of a condition gives its lock back, so that it cannot be one of"
                            + " several to select from: make it a task with createTask");
        }
        if (source instanceof Place<?> place) {
            return new OfPlace(place);
        }
        if (source instanceof Eventual<?> eventual) {
            return new OfEventual(eventual);
        }
        if (source instanceof Sleep<?> sleep) {
            return new OfTime(sleep);
        }
        if (source instanceof ValueCoroutine<?> value) {
            return new OfValue(value);
        }
        throw new IllegalArgumentException(
                source
                        + " cannot be one of several to select from, as what it began could not"
                        + " be undone: make it a task with createTask");
    }

    /**
     * Does it if it can be done now.
     *
     * @param awaiter the select, which runs
     * @return its result, or {@link #WAIT}; what it throws it ended with
     */
    abstract @Nullable Object attempt(Task<?> task, Coroutine<?> awaiter);

    /** Says that it is not even attempted, as something before it has happened. */
    void skip() {}

    private static void unused(Coroutine<?> coroutine) {
        if (Debug.ENABLED) {
            NeverAwaited.started(coroutine);
        }
    }

    /** Has the select, which will be suspended, told when it happens. */
    final void enlist(Select<?> select) {
        this.select = select;
        begin(select.task());
    }

    abstract void begin(Task<?> task);

    /** Ends that, and it does not happen. Nothing if it is not waited for, or has happened. */
    final void withdraw() {
        if (select != null) {
            Task<?> task = select.task();
            select = null;
            end(task);
        }
    }

    abstract void end(Task<?> task);

    /** Says that it has happened, with a value or a {@link Thrown}. */
    final void decide(@Nullable Object received) {
        Select<?> told = select;
        if (told != null) {
            select = null;
            told.decide(this, received);
        }
    }

    private static final class OfPlace extends Alternative {
        private final Place<?> place;

        OfPlace(Place<?> place) {
            this.place = place;
        }

        @Override
        @Nullable Object attempt(Task<?> task, Coroutine<?> awaiter) {
            return place.attemptFor(this, task);
        }

        @Override
        void skip() {
            unused(place);
        }

        @Override
        void begin(Task<?> task) {
            place.enlist();
        }

        @Override
        void end(Task<?> task) {
            place.withdraw();
        }

        @Override
        public String toString() {
            return place.toString();
        }
    }

    private static final class OfEventual extends Alternative {
        private final Eventual<?> source;
        private @Nullable Arrival arrival;

        OfEventual(Eventual<?> source) {
            this.source = source;
        }

        @Override
        @Nullable Object attempt(Task<?> task, Coroutine<?> awaiter) {
            boolean waits = source.home == task.home && source != task && !source.done();
            return waits ? WAIT : source.awaitFrom(awaiter);
        }

        @Override
        void begin(Task<?> task) {
            arrival = new Arrival(this);
            source.waiters = Waiters.add(source.waiters, arrival);
        }

        @Override
        void end(Task<?> task) {
            Arrival left = arrival;
            if (left != null) {
                arrival = null;
                left.alternative = null;
                source.waiters = Waiters.without(source.waiters, left);
            }
        }

        @Override
        public String toString() {
            return source.toString();
        }
    }

    /** Waits for a task or promise, which keeps it until it ends even if it was left. */
    private static final class Arrival implements Waiter {
        private @Nullable OfEventual alternative;

        Arrival(OfEventual alternative) {
            this.alternative = alternative;
        }

        @Override
        public void completed(Eventual<?> source) {
            if (alternative != null) {
                alternative.decide(source.outcomeFor(null));
            }
        }

        @Override
        public @Nullable Waiter leftBehind() {
            return alternative == null ? Waiters.NOBODY : null;
        }
    }

    private static final class OfTime extends Alternative {
        private final Sleep<?> sleep;
        private @Nullable Timer timer;

        OfTime(Sleep<?> sleep) {
            this.sleep = sleep;
        }

        @Override
        @Nullable Object attempt(Task<?> task, Coroutine<?> awaiter) {
            sleep.startIn(task);
            return sleep.nanos <= 0 ? sleep.result : WAIT;
        }

        @Override
        void skip() {
            unused(sleep);
        }

        @Override
        void begin(Task<?> task) {
            EventLoop loop = task.home();
            timer =
                    new Timer() {
                        @Override
                        protected void fire() {
                            decide(sleep.result);
                        }

                        @Override
                        public String toString() {
                            return "timer of select of " + task;
                        }
                    };
            loop.driver.schedule(timer, loop.deadlineIn(sleep.nanos));
        }

        @Override
        void end(Task<?> task) {
            if (timer != null) {
                task.home().driver.cancel(timer);
            }
        }

        @Override
        public String toString() {
            return "sleep";
        }
    }

    private static final class OfValue extends Alternative {
        private final ValueCoroutine<?> value;

        OfValue(ValueCoroutine<?> value) {
            this.value = value;
        }

        @Override
        @Nullable Object attempt(Task<?> task, Coroutine<?> awaiter) {
            return value.awaitFrom(awaiter);
        }

        @Override
        void begin(Task<?> task) {}

        @Override
        void end(Task<?> task) {}
    }
}
