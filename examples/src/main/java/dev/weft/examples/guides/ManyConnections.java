package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.AsyncExitStack;
import dev.weft.Coroutine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Resources whose number is known at run time only: all that were opened are closed. */
final class ManyConnections {
    private record Connection(String server) implements AsyncCloseable {
        @Async
        static Coroutine<Connection> open(String server) throws IOException {
            await(sleep(Duration.ofMillis(500)));
            if (server.equals("nowhere")) {
                throw new IOException("no server " + server);
            }
            return done(new Connection(server));
        }

        @Override
        @Async
        public Coroutine<Void> closeAsync() {
            await(sleep(Duration.ofMillis(100)));
            System.out.println("Closed " + server);
            return done();
        }
    }

    @Async
    static Coroutine<Integer> connect(String... servers) throws IOException {
        List<Connection> connections = new ArrayList<>();
        try (var stack = new AsyncExitStack()) {
            for (String server : servers) {
                connections.add(stack.enter(await(Connection.open(server))));
            }
            System.out.println("Using " + connections.size() + " connections");
        }
        return done(connections.size());
    }

    @Async
    public static void main(String[] args) throws IOException {
        Stopwatch time = new Stopwatch();
        System.out.println(await(connect("a", "b", "c")) + " after " + time);
        try {
            await(connect("d", "e", "nowhere", "f"));
        } catch (IOException e) {
            System.out.println("Caught: " + e.getMessage() + " after " + time);
        }
    }

    private ManyConnections() {}
}
