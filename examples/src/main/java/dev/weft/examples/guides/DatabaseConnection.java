package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.List;

/** A resource that takes time to open, and to close, which happens on every way out. */
final class DatabaseConnection implements AsyncCloseable {
    record User(int id, String name) {}

    @Async
    static Coroutine<DatabaseConnection> connect(String dsn) {
        System.out.println("Connecting to " + dsn);
        await(sleep(Duration.ofMillis(500)));
        return done(new DatabaseConnection());
    }

    @Async
    Coroutine<List<User>> query(String sql) {
        await(sleep(Duration.ofMillis(200)));
        if (!sql.startsWith("SELECT")) {
            throw new IllegalArgumentException("not a query: " + sql);
        }
        return done(List.of(new User(1, "Alice")));
    }

    @Override
    @Async
    public Coroutine<Void> closeAsync() {
        await(sleep(Duration.ofMillis(100)));
        System.out.println("Closed");
        return done();
    }

    @Async
    static Coroutine<List<User>> users(String sql) {
        try (var db = await(connect("postgres://localhost"))) {
            return done(await(db.query(sql)));
        }
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        System.out.println(await(users("SELECT * FROM users")) + " after " + time);
        try {
            await(users("DROP TABLE users"));
        } catch (IllegalArgumentException e) {
            System.out.println("Caught: " + e.getMessage() + " after " + time);
        }
    }
}
