package dev.weft;

import static dev.weft.Each.BREAK;
import static dev.weft.Each.each;
import static dev.weft.Emitter.counting;
import static dev.weft.Emitter.emitting;
import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private final List<Object> log = new CopyOnWriteArrayList<>();

    /** Logs its signals, and does something at each. */
    private final class Logging implements Flow.Subscriber<Integer> {
        Flow.Subscription subscription;
        private final long first;
        private final Consumer<Integer> onNext;

        Logging(long first, Consumer<Integer> onNext) {
            this.first = first;
            this.onNext = onNext;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            log.add("subscribed");
            if (first != 0) {
                subscription.request(first);
            }
        }

        @Override
        public void onNext(Integer element) {
            log.add(element);
            onNext.accept(element);
        }

        @Override
        public void onError(Throwable failure) {
            log.add(failure);
        }

        @Override
        public void onComplete() {
            log.add("complete");
        }
    }

    /** A publisher of these that gives its signals at once, in the caller's thread. */
    private static Flow.Publisher<Integer> direct(List<Object> log, Integer... elements) {
        return subscriber ->
                subscriber.onSubscribe(
                        new Flow.Subscription() {
                            private int next;

                            @Override
                            public void request(long n) {
                                log.add("request " + n);
                                if (next < elements.length) {
                                    subscriber.onNext(elements[next++]);
                                } else {
                                    subscriber.onComplete();
                                }
                            }

                            @Override
                            public void cancel() {
                                log.add("cancel");
                            }
                        });
    }

    @Test
    void elementsAreRequestedOneAtATimeAsTheyAreAskedFor() {
        TestLoop.run(each(AsyncIterable.fromPublisher(direct(log, 1, 2)), log::add));
        assertThat(log).containsExactly("request 1", 1, "request 1", 2, "request 1");
    }

    @Test
    void leavingEarlyCancelsTheSubscription() {
        TestLoop.run(each(AsyncIterable.fromPublisher(direct(log, 1, 2)), x -> BREAK));
        assertThat(log).containsExactly("request 1", "cancel");
    }

    @Test
    void eachIterationSubscribesAnewAndNotBeforeTheFirstElement() {
        AsyncIterable<Integer> source = AsyncIterable.fromPublisher(direct(log, 1));
        source.iterator();
        assertThat(log).isEmpty();
        assertThat(TestLoop.<List<Integer>>run(source.toList())).containsExactly(1);
        assertThat(TestLoop.<List<Integer>>run(source.toList())).containsExactly(1);
    }

    @Test
    void elementsMayComeFromAnyThread() {
        List<Integer> expected = IntStream.range(0, 1000).boxed().toList();
        try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
            List<Integer> seen =
                    Weft.run(
                            Script.<List<Integer>>script("main")
                                    .then(
                                            v -> {
                                                Task<List<Integer>> task =
                                                        Weft.createTask(
                                                                AsyncIterable.fromPublisher(
                                                                                publisher)
                                                                        .toList());
                                                return first(w -> Weft.yieldNow())
                                                        .then(w -> Weft.yieldNow())
                                                        .then(
                                                                w -> {
                                                                    Thread thread =
                                                                            new Thread(
                                                                                    () -> {
                                                                                        expected
                                                                                                .forEach(
                                                                                                        publisher
                                                                                                                ::submit);
                                                                                        publisher
                                                                                                .close();
                                                                                    });
                                                                    thread.start();
                                                                    return task;
                                                                });
                                            }));
            assertThat(seen).isEqualTo(expected);
        }
    }

    @Test
    void aFailureOfThePublisherIsThrownAsItIs() {
        IOException failure = new IOException("published");
        Flow.Publisher<Integer> publisher =
                subscriber -> {
                    subscriber.onSubscribe(
                            new Flow.Subscription() {
                                @Override
                                public void request(long n) {
                                    subscriber.onError(failure);
                                }

                                @Override
                                public void cancel() {
                                    log.add("cancel");
                                }
                            });
                };
        assertThat(
                        TestLoop.<Object>run(
                                first(v -> AsyncIterable.fromPublisher(publisher).toList())
                                        .rescue(t -> t)))
                .isSameAs(failure);
        assertThat(log).isEmpty();
    }

    @Test
    void cancellingWhoWaitsForAnElementCancelsTheSubscription() {
        Flow.Publisher<Integer> silent =
                subscriber ->
                        subscriber.onSubscribe(
                                new Flow.Subscription() {
                                    @Override
                                    public void request(long n) {}

                                    @Override
                                    public void cancel() {
                                        log.add("cancel");
                                    }
                                });
        try (TestLoop test = new TestLoop()) {
            Task<?> task = test.loop.createTask(AsyncIterable.fromPublisher(silent).toList());
            test.loop.callLater(Duration.ofSeconds(1), task::cancel);
            test.runHere(first(v -> task).rescue(t -> null));
            assertThat(task.cancelled()).isTrue();
        }
        assertThat(log).containsExactly("cancel");
    }

    @Test
    void aSubscriptionThatComesTooLateIsCancelled() {
        List<Flow.Subscriber<? super Integer>> subscribers = new ArrayList<>();
        try (TestLoop test = new TestLoop()) {
            Task<?> task =
                    test.loop.createTask(
                            AsyncIterable.<Integer>fromPublisher(subscribers::add).toList());
            test.loop.callLater(Duration.ofSeconds(1), task::cancel);
            test.runHere(first(v -> task).rescue(t -> null));
        }
        direct(log).subscribe(subscribers.get(0));
        assertThat(log).contains("cancel");
    }

    @Test
    void aPublisherThatGivesMoreThanWasRequestedIsAnError() {
        Flow.Publisher<Integer> eager =
                subscriber ->
                        subscriber.onSubscribe(
                                new Flow.Subscription() {
                                    @Override
                                    public void request(long n) {
                                        subscriber.onNext(1);
                                        subscriber.onNext(2);
                                    }

                                    @Override
                                    public void cancel() {
                                        log.add("cancel");
                                    }
                                });
        TestLoop.run(
                first(v -> each(AsyncIterable.fromPublisher(eager), log::add))
                        .rescue(t -> log.add(t.getClass())));
        assertThat(log).containsExactly(1, "cancel", IllegalStateException.class);
    }

    @Test
    void theSubscriberOfAnIterationRefusesNulls() {
        List<Flow.Subscriber<? super Integer>> subscribers = new ArrayList<>();
        TestLoop.run(
                first(
                                v ->
                                        Weft.createTask(
                                                        AsyncIterable.<Integer>fromPublisher(
                                                                        subscribers::add)
                                                                .toList())
                                                .name())
                        .then(v -> Weft.yieldNow()));
        Flow.Subscriber<? super Integer> subscriber = subscribers.get(0);
        for (Runnable misuse :
                List.<Runnable>of(
                        () -> subscriber.onSubscribe(null),
                        () -> subscriber.onNext(null),
                        () -> subscriber.onError(null))) {
            assertThatThrownBy(misuse::run).isInstanceOf(NullPointerException.class);
        }
    }

    @Test
    void anIterableIsPublishedAsItIsRequested() {
        Logging subscriber = new Logging(2, x -> {});
        Emitter<Integer> source = emitting(1, 2, 3, 4).last(v -> log.add("closed"));
        TestLoop.run(
                first(
                                v -> {
                                    source.asPublisher().subscribe(subscriber);
                                    return Weft.sleep(Duration.ofSeconds(1));
                                })
                        .then(
                                v -> {
                                    log.add("later");
                                    subscriber.subscription.request(1);
                                    return Weft.sleep(Duration.ofSeconds(1));
                                })
                        .then(
                                v -> {
                                    subscriber.subscription.request(Long.MAX_VALUE);
                                    return Weft.sleep(Duration.ofSeconds(1));
                                }));
        assertThat(log).containsExactly("subscribed", 1, 2, "later", 3, 4, "closed", "complete");
    }

    @Test
    void aSubscriberMayRequestWithinItsSignalsWithoutEnd() {
        Logging[] subscriber = new Logging[1];
        int[] seen = {0};
        subscriber[0] =
                new Logging(
                        1,
                        x -> {
                            seen[0]++;
                            subscriber[0].subscription.request(1);
                        });
        TestLoop.run(
                first(
                        v -> {
                            AsyncIterable.range(0, 50_000).asPublisher().subscribe(subscriber[0]);
                            return Weft.sleep(Duration.ofSeconds(1));
                        }));
        assertThat(seen[0]).isEqualTo(50_000);
        assertThat(log).endsWith("complete");
    }

    @Test
    void cancellingASubscriptionClosesTheIteration() {
        Logging[] subscriber = new Logging[1];
        subscriber[0] = new Logging(100, x -> subscriber[0].subscription.cancel());
        Emitter<Integer> source = emitting(1, 2).last(v -> log.add("closed"));
        TestLoop.run(
                first(
                        v -> {
                            source.asPublisher().subscribe(subscriber[0]);
                            return Weft.sleep(Duration.ofSeconds(1));
                        }));
        assertThat(log).containsExactly("subscribed", 1, "closed");
    }

    @Test
    void cancellingASubscriptionCancelsAnElementThatIsWaitedFor() {
        Logging subscriber = new Logging(1, x -> {});
        Emitter<Integer> source =
                Emitter.<Integer>emitter("slow")
                        .then(v -> Weft.sleep(Duration.ofDays(1)))
                        .rescue(
                                t -> {
                                    log.add(t.getClass());
                                    throw t;
                                });
        TestLoop.run(
                first(
                                v -> {
                                    source.asPublisher().subscribe(subscriber);
                                    return Weft.sleep(Duration.ofSeconds(1));
                                })
                        .then(
                                v -> {
                                    subscriber.subscription.cancel();
                                    subscriber.subscription.cancel();
                                    return Weft.sleep(Duration.ofSeconds(1));
                                }));
        assertThat(log).containsExactly("subscribed", CancelledError.class);
    }

    @Test
    void failuresWrongRequestsAndNullsAreSignalled() {
        IOException failure = new IOException("source");
        AsyncIterable<Integer> failing =
                AsyncIterable.of(1).map(x -> (Integer) Sneaky.rethrow(failure).hashCode());
        for (AsyncIterable<Integer> source : List.of(failing, AsyncIterable.of((Integer) null))) {
            publish(source, new Logging(1, x -> {}));
        }
        publish(AsyncIterable.of(1), new Logging(-1, x -> {}));
        assertThat(log.get(1)).isSameAs(failure);
        assertThat(log.get(3)).isInstanceOf(NullPointerException.class);
        assertThat(log.get(5)).isInstanceOf(IllegalArgumentException.class);
        assertThat(log).hasSize(6);
    }

    private static void publish(
            AsyncIterable<Integer> source, Flow.Subscriber<Integer> subscriber) {
        TestLoop.run(
                first(
                        v -> {
                            source.asPublisher().subscribe(subscriber);
                            return Weft.sleep(Duration.ofSeconds(1));
                        }));
    }

    @Test
    void aSubscriberThatThrowsIsCancelledAndReported() {
        IllegalStateException failure = new IllegalStateException("onNext");
        try (TestLoop test = new TestLoop()) {
            test.runHere(
                    first(
                            v -> {
                                counting()
                                        .asPublisher()
                                        .subscribe(
                                                new Logging(
                                                        10,
                                                        x -> {
                                                            throw failure;
                                                        }));
                                return Weft.sleep(Duration.ofSeconds(1));
                            }));
            assertThat(test.reported()).containsExactly(failure);
            assertThat(test.loop.allTasks()).isEmpty();
        }
        assertThat(log).containsExactly("subscribed", 0);
    }

    @Test
    void theEndOfTheRunIsACancellationToSubscribers() {
        Weft.run(
                first(
                        v -> {
                            counting().asPublisher().subscribe(new Logging(1, x -> {}));
                            return Weft.yieldNow();
                        }));
        assertThat(log).hasSize(3);
        assertThat(log.get(2)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aPublisherNeedsALoopAndAnOpenOne() {
        assertThatThrownBy(() -> counting().asPublisher())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no event loop runs in thread");
        EventLoop loop = EventLoop.create();
        Flow.Publisher<Integer> publisher = counting().asPublisher(loop);
        assertThatThrownBy(() -> publisher.subscribe(null))
                .isInstanceOf(NullPointerException.class);
        loop.close();
        publisher.subscribe(new Logging(1, x -> {}));
        assertThat(log.get(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void subscribersInOtherThreadsAreServed() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        CompletableFuture<List<Integer>> seen = new CompletableFuture<>();
        Weft.run(
                first(
                        v -> {
                            Flow.Publisher<Integer> publisher =
                                    AsyncIterable.range(0, 1000).asPublisher();
                            List<Integer> list = new ArrayList<>();
                            other.execute(() -> publisher.subscribe(collecting(list, seen, other)));
                            return seen;
                        }));
        other.shutdown();
        assertThat(seen.get()).isEqualTo(IntStream.range(0, 1000).boxed().toList());
    }

    private static Flow.Subscriber<Integer> collecting(
            List<Integer> list, CompletableFuture<List<Integer>> seen, ExecutorService requests) {
        return new Flow.Subscriber<>() {
            private Flow.Subscription subscription;

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                this.subscription = subscription;
                requests.execute(() -> subscription.request(1));
            }

            @Override
            public void onNext(Integer element) {
                list.add(element);
                requests.execute(() -> subscription.request(1));
            }

            @Override
            public void onError(Throwable failure) {
                seen.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                seen.complete(list);
            }
        };
    }
}
