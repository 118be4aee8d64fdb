package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncSupplier;
import dev.weft.Coroutine;
import java.net.ConnectException;
import java.time.Duration;

/**
 * Python's decorator as a function: it tries what it is given again, after a longer pause each
 * time.
 *
 * @param attempts how often at most
 * @param pause the first pause
 * @param failure what is worth another attempt
 */
record Retrying(int attempts, Duration pause, Class<? extends Exception> failure) {

    @Async
    <T> Coroutine<T> call(AsyncSupplier<T> body) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return done(await(body.get(), Exception.class));
            } catch (Exception e) {
                if (attempt == attempts || !failure.isInstance(e)) {
                    throw e;
                }
                await(sleep(pause.multipliedBy(1L << (attempt - 1))));
            }
        }
    }

    /** A service that refuses some connections. */
    private static final class Service {
        private final Stopwatch time = new Stopwatch();
        private int refusals;

        Service(int refusals) {
            this.refusals = refusals;
        }

        @Async
        Coroutine<String> ask(int number) throws ConnectException {
            System.out.println("Asked " + number + " at " + time);
            await(sleep(Duration.ZERO));
            if (refusals-- > 0) {
                throw new ConnectException("refused");
            }
            if (number < 0) {
                throw new IllegalArgumentException("negative: " + number);
            }
            return done("answer " + number);
        }
    }

    @Async
    public static void main(String[] args) throws Exception {
        Retrying retrying = new Retrying(3, Duration.ofMillis(500), ConnectException.class);
        Service service = new Service(2);
        System.out.println(await(retrying.call(() -> service.ask(1))));
        try {
            System.out.println(await(retrying.call(() -> service.ask(-2))));
        } catch (IllegalArgumentException e) {
            System.out.println("Not retried: " + e.getMessage());
        }
        Service down = new Service(9);
        try {
            System.out.println(await(retrying.call(() -> down.ask(3)), ConnectException.class));
        } catch (ConnectException e) {
            System.out.println("Gave up: " + e.getMessage());
        }
    }
}
