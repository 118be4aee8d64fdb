package dev.weft;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** An iterator over what is published, which asks for one element at a time. */
final class PublishedElements<T extends @Nullable Object> extends Pull<T> {
    private static final int SUBSCRIBING = 1;
    private static final int ELEMENT = 2;

    private final Flow.Publisher<? extends T> publisher;
    private final Subscriber<T> subscriber = new Subscriber<>();
    private boolean subscribed;

    PublishedElements(Flow.Publisher<? extends T> publisher) {
        this.publisher = publisher;
    }

    @Override
    @Nullable Object advance(@Nullable Object received) {
        Object signal = at == 0 ? ask() : outcome(received);
        if (at == SUBSCRIBING && signal != SUSPENDED) {
            signal = element();
        }
        if (signal instanceof Thrown thrown) {
            throw Sneaky.rethrow(thrown.error);
        }
        return signal;
    }

    private @Nullable Object ask() {
        if (subscribed) {
            return element();
        }
        subscribed = true;
        at = SUBSCRIBING;
        publisher.subscribe(subscriber);
        return awaitStage(subscriber.subscribed, this);
    }

    private @Nullable Object element() {
        at = ELEMENT;
        return awaitStage(subscriber.ask(), this);
    }

    @Override
    AsyncCloseable held() {
        return () -> {
            subscriber.cancel();
            return Weft.done();
        };
    }

    /**
     * What the publisher sees. Its signals may come from any thread; the subscription is asked and
     * cancelled by who iterates only, and so never by two threads at once.
     */
    private static final class Subscriber<T extends @Nullable Object>
            implements Flow.Subscriber<T> {
        /** Complete when there is a subscription, or will be none. */
        final CompletableFuture<@Nullable Object> subscribed = new CompletableFuture<>();

        /** Guarded by this. */
        private Flow.@Nullable Subscription subscription;

        /** Guarded by this: who waits for an element that was asked for. */
        private @Nullable CompletableFuture<@Nullable Object> asked;

        /** Guarded by this: {@link #END}, or a {@link Thrown}, when there are no more signals. */
        private @Nullable Object last;

        private CompletableFuture<@Nullable Object> ask() {
            CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
            Flow.Subscription source;
            synchronized (this) {
                source = subscription;
                if (last != null || source == null) {
                    answer.complete(last == null ? END : last);
                    return answer;
                }
                asked = answer;
            }
            source.request(1);
            return answer;
        }

        private void cancel() {
            Flow.Subscription source;
            synchronized (this) {
                source = subscription;
                subscription = null;
                last = END;
                asked = null;
            }
            if (source != null) {
                source.cancel();
            }
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            Objects.requireNonNull(subscription, "subscription");
            boolean welcome;
            synchronized (this) {
                welcome = this.subscription == null && last == null;
                if (welcome) {
                    this.subscription = subscription;
                }
            }
            if (welcome) {
                subscribed.complete(null);
            } else {
                subscription.cancel();
            }
        }

        @Override
        public void onNext(T element) {
            Objects.requireNonNull(element, "element");
            CompletableFuture<@Nullable Object> answer;
            synchronized (this) {
                if (last != null) {
                    return;
                }
                answer = asked;
                asked = null;
            }
            if (answer == null) {
                end(
                        new Thrown(
                                new IllegalStateException(
                                        "a publisher gave an element that was not asked for")));
            } else {
                answer.complete(element);
            }
        }

        @Override
        public void onError(Throwable failure) {
            Objects.requireNonNull(failure, "failure");
            unsubscribed();
            end(new Thrown(failure));
        }

        @Override
        public void onComplete() {
            unsubscribed();
            end(END);
        }

        /** There is nothing to cancel any more. */
        private synchronized void unsubscribed() {
            subscription = null;
        }

        private void end(Object how) {
            CompletableFuture<@Nullable Object> answer;
            synchronized (this) {
                if (last != null) {
                    return;
                }
                last = how;
                answer = asked;
                asked = null;
            }
            subscribed.complete(null);
            if (answer != null) {
                answer.complete(how);
            }
        }
    }
}
