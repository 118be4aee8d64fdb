package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;
import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.List;

/** Resources inside of each other, and a loop over the rows of the inner one. */
final class DatabaseRows implements AsyncCloseable {
    record User(int id, String name) {}

    private static final List<User> USERS = List.of(new User(1, "Alice"), new User(2, "Bob"));

    /** The rows of a query, which are fetched one by one. */
    static final class Cursor implements AsyncIterable<User>, AsyncCloseable {
        @Override
        public AsyncIterator<User> iterator() {
            return rows();
        }

        @Async
        private AsyncGenerator<User> rows() {
            for (User user : USERS) {
                await(sleep(Duration.ofMillis(100)));
                emit(user);
            }
            return end();
        }

        @Override
        @Async
        public Coroutine<Void> closeAsync() {
            await(sleep(Duration.ofMillis(100)));
            System.out.println("Cursor closed");
            return done();
        }
    }

    @Async
    static Coroutine<DatabaseRows> open() {
        await(sleep(Duration.ofMillis(500)));
        return done(new DatabaseRows());
    }

    @Async
    Coroutine<Cursor> execute(String sql) {
        await(sleep(Duration.ofMillis(100)));
        System.out.println(sql);
        return done(new Cursor());
    }

    @Override
    @Async
    public Coroutine<Void> closeAsync() {
        await(sleep(Duration.ofMillis(100)));
        System.out.println("Database closed");
        return done();
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        try (var db = await(open());
                var cursor = await(db.execute("SELECT id, name FROM users"))) {
            for (User user : each(cursor)) {
                System.out.println(user.id() + " " + user.name() + " after " + time);
            }
        }
        System.out.println("All done after " + time);
    }
}
