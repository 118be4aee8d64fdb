package dev.weft.examples.guides;

import static dev.weft.Weft.async;
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gatherOutcomes;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncConsumer;
import dev.weft.Coroutine;
import dev.weft.Failure;
import dev.weft.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells all who asked for events of a type, at the same time; one that fails stops no other. */
final class EventBus {
    private record Subscription<E>(Class<E> type, AsyncConsumer<? super E> handler) {
        Coroutine<Void> tell(Object event) {
            return async(() -> handler.accept(type.cast(event)));
        }
    }

    private final List<Subscription<?>> subscriptions = new ArrayList<>();

    /** Gives what ends the subscription. */
    <E> Runnable subscribe(Class<E> type, AsyncConsumer<? super E> handler) {
        Subscription<E> subscription = new Subscription<>(type, handler);
        subscriptions.add(subscription);
        return () -> subscriptions.remove(subscription);
    }

    /** Ends when all have dealt with the event; gives what failed. */
    @Async
    Coroutine<List<Throwable>> publish(Object event) {
        List<Coroutine<Void>> calls = new ArrayList<>();
        for (Subscription<?> subscription : subscriptions) {
            if (subscription.type().isInstance(event)) {
                calls.add(subscription.tell(event));
            }
        }
        List<Throwable> failures = new ArrayList<>();
        for (Outcome<Void> outcome : await(gatherOutcomes(calls))) {
            if (outcome instanceof Failure<Void> failure) {
                failures.add(failure.exception());
            }
        }
        return done(failures);
    }

    record Ordered(String what) {}

    record Paid(int amount) {}

    @Async
    static Coroutine<Void> mail(Ordered order) {
        await(sleep(Duration.ofSeconds(1)));
        System.out.println("Mail: thanks for ordering " + order.what());
        return done();
    }

    @Async
    static Coroutine<Void> stock(Ordered order) {
        await(sleep(Duration.ofMillis(500)));
        if (order.what().equals("unicorn")) {
            throw new IllegalStateException("no unicorn left");
        }
        System.out.println("Stock: one less of " + order.what());
        return done();
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        EventBus bus = new EventBus();
        Runnable noMoreMails = bus.subscribe(Ordered.class, EventBus::mail);
        bus.subscribe(Ordered.class, EventBus::stock);
        bus.subscribe(
                Object.class,
                event -> {
                    System.out.println("Log: " + event);
                    return done();
                });
        await(bus.publish(new Ordered("apple")));
        System.out.println("All told after " + time);
        for (Throwable failure : await(bus.publish(new Ordered("unicorn")))) {
            System.out.println("Failed: " + failure.getMessage());
        }
        noMoreMails.run();
        await(bus.publish(new Ordered("pear")));
        await(bus.publish(new Paid(7)));
        System.out.println("All told after " + time);
    }
}
