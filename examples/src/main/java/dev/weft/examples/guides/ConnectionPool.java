package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.AsyncSemaphore;
import dev.weft.Coroutine;
import dev.weft.Permit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A pool of connections, no more than so many: who finds none free waits until one comes back. */
final class ConnectionPool implements AsyncCloseable {
    private final Stopwatch time = new Stopwatch();
    private final AsyncSemaphore limit;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private int opened;

    private ConnectionPool(int maxSize) {
        this.limit = new AsyncSemaphore(maxSize);
    }

    @Async
    static Coroutine<ConnectionPool> open(int minSize, int maxSize) {
        ConnectionPool pool = new ConnectionPool(maxSize);
        for (int i = 0; i < minSize; i++) {
            pool.idle.add(await(pool.connect()));
        }
        return done(pool);
    }

    private record Connection(int number) {}

    /** A connection on loan; closing it gives it back. */
    private final class Lease implements AutoCloseable {
        private final Connection connection;
        private final Permit permit;

        Lease(Connection connection, Permit permit) {
            this.connection = connection;
            this.permit = permit;
        }

        @Async
        Coroutine<String> query(String sql) {
            System.out.println(sql + " on connection " + connection.number + " at " + time);
            await(sleep(Duration.ofSeconds(1)));
            return done("rows of " + sql);
        }

        @Override
        public void close() {
            idle.add(connection);
            permit.close();
        }
    }

    @Async
    private Coroutine<Connection> connect() {
        await(sleep(Duration.ofMillis(500)));
        System.out.println("Connected " + ++opened + " at " + time);
        return done(new Connection(opened));
    }

    @Async
    Coroutine<Lease> acquire() {
        Permit permit = await(limit.acquire());
        try {
            Connection connection = idle.poll();
            if (connection == null) {
                connection = await(connect());
            }
            return done(new Lease(connection, permit));
        } catch (RuntimeException | Error e) {
            permit.close();
            throw e;
        }
    }

    @Async
    Coroutine<String> query(String sql) {
        try (var lease = await(acquire())) {
            return done(await(lease.query(sql)));
        }
    }

    @Override
    @Async
    public Coroutine<Void> closeAsync() {
        await(sleep(Duration.ofMillis(100)));
        System.out.println("Closed " + idle.size() + " connections at " + time);
        idle.clear();
        return done();
    }

    @Async
    public static void main(String[] args) {
        try (var pool = await(open(2, 3))) {
            List<Coroutine<String>> queries = new ArrayList<>();
            for (int number = 1; number <= 6; number++) {
                queries.add(pool.query("query " + number));
            }
            System.out.println(await(gather(queries)).size() + " answers");
        }
    }
}
