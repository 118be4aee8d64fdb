package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncScope;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A scope of one's own: a transaction that commits if its block ends well, and rolls back else. */
final class Transfer {
    private final Map<String, Integer> balances = new TreeMap<>(Map.of("Alice", 100, "Bob", 20));

    private final class Transaction implements AsyncScope {
        private final Map<String, Integer> before = Map.copyOf(balances);

        @Override
        @Async
        public Coroutine<@Nullable Throwable> exit(@Nullable Throwable failure) {
            await(sleep(Duration.ofMillis(100)));
            if (failure != null) {
                balances.putAll(before);
            }
            System.out.println(failure == null ? "COMMIT" : "ROLLBACK");
            return done(failure);
        }
    }

    @Async
    private Coroutine<Void> add(String account, int amount) {
        await(sleep(Duration.ofMillis(200)));
        if (balances.merge(account, amount, Integer::sum) < 0) {
            throw new IllegalStateException("not enough on the account of " + account);
        }
        return done();
    }

    @Async
    Coroutine<Void> transfer(String from, String to, int amount) {
        try (var transaction = new Transaction()) {
            await(add(to, amount));
            await(add(from, -amount));
        }
        return done();
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        Transfer accounts = new Transfer();
        await(accounts.transfer("Alice", "Bob", 50));
        System.out.println(accounts.balances + " after " + time);
        try {
            await(accounts.transfer("Bob", "Alice", 500));
        } catch (IllegalStateException e) {
            System.out.println("Caught: " + e.getMessage());
        }
        System.out.println(accounts.balances + " after " + time);
    }
}
