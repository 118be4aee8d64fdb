package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;
import static dev.weft.Weft.waitFor;

import dev.weft.Async;
import dev.weft.AsyncTimeoutException;
import dev.weft.Coroutine;
import java.io.IOException;
import java.time.Duration;

/** Retries with a longer pause each time, and a timeout for each request. */
final class Retries {
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** What is asked: fails at first, and answers slowly at {@code /slow}. */
    static final class Server {
        private int failures;

        Server(int failures) {
            this.failures = failures;
        }

        @Async
        Coroutine<String> get(String path) throws IOException {
            await(sleep(Duration.ofSeconds(path.equals("/slow") ? 60 : 0)));
            if (failures-- > 0) {
                throw new IOException("connection refused");
            }
            return done("the page " + path);
        }
    }

    @Async
    static Coroutine<String> fetchWithRetry(Server server, String path) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return done(await(waitFor(server.get(path), TIMEOUT), IOException.class));
            } catch (IOException | AsyncTimeoutException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Duration pause = PAUSE.multipliedBy(1L << (attempt - 1));
                System.out.printf(
                        "Retry %d/%d after %ds: %s%n",
                        attempt, ATTEMPTS, pause.toSeconds(), reason(e));
                await(sleep(pause));
            }
        }
    }

    private static String reason(Exception failure) {
        return failure instanceof AsyncTimeoutException ? "timeout" : failure.getMessage();
    }

    @Async
    public static void main(String[] args) throws IOException {
        Stopwatch time = new Stopwatch();
        System.out.println(await(fetchWithRetry(new Server(2), "/users")) + " after " + time);
        try {
            System.out.println(await(fetchWithRetry(new Server(3), "/users")));
        } catch (IOException e) {
            System.out.println("Gave up: " + e.getMessage() + " after " + time);
        }
        try {
            System.out.println(await(fetchWithRetry(new Server(0), "/slow")));
        } catch (AsyncTimeoutException e) {
            System.out.println("Gave up: timeout after " + time);
        }
    }

    private Retries() {}
}
