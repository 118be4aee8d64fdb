package dev.weft.examples.guides;

import static dev.weft.Weft.asyncResource;
import static dev.weft.Weft.await;
import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import java.time.Duration;

/** A resource written as a generator: what comes before its emit opens, what follows closes. */
final class ManagedConnection {
    private boolean connected;

    @Async
    static AsyncGenerator<ManagedConnection> connection(String name) {
        System.out.println("Connecting to " + name);
        await(sleep(Duration.ofMillis(100)));
        ManagedConnection connection = new ManagedConnection();
        connection.connected = true;
        try {
            emit(connection);
        } finally {
            await(sleep(Duration.ofMillis(100)));
            connection.connected = false;
            System.out.println("Closing " + name);
        }
        return end();
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        ManagedConnection kept;
        try (var connection = await(asyncResource(connection("stock")))) {
            kept = connection.value();
            System.out.println("Using it, connected: " + kept.connected);
            await(sleep(Duration.ofSeconds(1)));
        }
        System.out.println("Behind the block, connected: " + kept.connected + ", " + time);
        try (var connection = await(asyncResource(connection("orders")))) {
            throw new IllegalStateException("no orders at " + connection.value().connected);
        } catch (IllegalStateException e) {
            System.out.println("Caught: " + e.getMessage() + ", " + time);
        }
    }

    private ManagedConnection() {}
}
