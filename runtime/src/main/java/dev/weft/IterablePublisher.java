package dev.weft;

import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Publishes the elements of an iterable, to each subscriber from a task of its own on a loop. */
final class IterablePublisher<T extends @Nullable Object> implements Flow.Publisher<T> {
    private final AsyncIterable<? extends T> source;
    private final EventLoop loop;

    IterablePublisher(AsyncIterable<? extends T> source, EventLoop loop) {
        this.source = source;
        this.loop = Objects.requireNonNull(loop, "loop");
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        Subscription<T> subscription = new Subscription<>(this, subscriber);
        try {
            loop.callSoonThreadsafe(subscription::begin);
        } catch (IllegalStateException closed) {
            subscriber.onSubscribe(subscription);
            subscriber.onError(closed);
        }
    }

    /** Asked and cancelled from any thread; all signals are given on the loop's. */
    private static final class Subscription<T extends @Nullable Object>
            implements Flow.Subscription, Pump.Sink {
        private final IterablePublisher<T> publisher;

        /** Asked for and not given yet; {@link Long#MAX_VALUE} is without end. */
        private final AtomicLong demand = new AtomicLong();

        private volatile boolean cancelled;

        /** For the loop's thread; null when there are no more signals to give. */
        private Flow.@Nullable Subscriber<? super T> subscriber;

        /** For the loop's thread. */
        private @Nullable Pump pump;

        /** What a wrong request is answered with; for the loop's thread. */
        private @Nullable Throwable refused;

        Subscription(IterablePublisher<T> publisher, Flow.Subscriber<? super T> subscriber) {
            this.publisher = publisher;
            this.subscriber = subscriber;
        }

        private void begin() {
            EventLoop loop = publisher.loop;
            Flow.Subscriber<? super T> subscriber = this.subscriber;
            if (subscriber == null) {
                return;
            }
            try {
                subscriber.onSubscribe(this);
            } catch (Throwable failure) {
                misbehaved("onSubscribe", failure);
                return;
            }
            try {
                pump = new Pump(publisher.source.iterator(), this);
            } catch (Throwable failure) {
                end(failure);
                return;
            }
            DoneCallback.add(
                    loop.createTask(pump, "publisher of " + publisher.source), this::ended);
            if (cancelled || refused != null) {
                pump.stop();
            }
        }

        @Override
        public void request(long count) {
            if (cancelled) {
                return;
            }
            if (count <= 0) {
                onLoop(() -> refuse(count));
            } else if (demand.getAndAccumulate(count, Subscription::sum) == 0) {
                onLoop(this::wake);
            }
        }

        private static long sum(long before, long more) {
            long sum = before + more;
            return sum < 0 ? Long.MAX_VALUE : sum;
        }

        @Override
        public void cancel() {
            cancelled = true;
            onLoop(
                    () -> {
                        subscriber = null;
                        stop();
                    });
        }

        private void refuse(long count) {
            if (refused == null) {
                refused =
                        new IllegalArgumentException(
                                "a subscriber requested "
                                        + count
                                        + " elements, not one or more (Reactive Streams, rule 3.9)");
                stop();
            }
        }

        private void wake() {
            if (pump != null) {
                pump.wake();
            }
        }

        private void stop() {
            if (pump != null) {
                pump.stop();
            }
        }

        private void onLoop(Runnable action) {
            if (publisher.loop.runsHere()) {
                action.run();
            } else {
                publisher.loop.handOver(action);
            }
        }

        @Override
        public boolean hasRoom() {
            return demand.get() > 0;
        }

        @Override
        @SuppressWarnings("unchecked")
        public void put(@Nullable Object element) {
            if (cancelled || subscriber == null) {
                return;
            }
            Objects.requireNonNull(element, "an element is null, which cannot be published");
            demand.getAndUpdate(left -> left == Long.MAX_VALUE ? left : left - 1);
            try {
                subscriber.onNext((T) element);
            } catch (Throwable failure) {
                misbehaved("onNext", failure);
                stop();
            }
        }

        private void ended(Task<?> task) {
            Throwable failure = task.cancelled() ? task.cancellation() : task.exception();
            if (subscriber != null) {
                end(refused == null ? failure : refused);
            } else if (failure != null && !task.cancelled()) {
                report(task + " failed when its subscription was over", failure);
            }
        }

        private void end(@Nullable Throwable failure) {
            Flow.Subscriber<? super T> subscriber = this.subscriber;
            this.subscriber = null;
            if (subscriber == null || cancelled) {
                return;
            }
            try {
                if (failure == null) {
                    subscriber.onComplete();
                } else {
                    subscriber.onError(failure);
                }
            } catch (Throwable thrown) {
                misbehaved(failure == null ? "onComplete" : "onError", thrown);
            }
        }

        /** A subscriber must not throw: one that does is cancelled. */
        private void misbehaved(String method, Throwable failure) {
            cancelled = true;
            subscriber = null;
            report(method + " of a subscriber failed", failure);
        }

        private void report(String message, Throwable failure) {
            publisher.loop.report(new ExceptionContext(message, failure, null, null));
        }
    }
}
