import static dev.weft.Weft.async;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.AsyncGenerator;
import dev.weft.Coroutine;
import java.util.List;

class AsyncCloseElsewhere {

    static class Connection implements AsyncCloseable {
        @Override
        public Coroutine<Void> closeAsync() {
            return done();
        }
    }

    static class Both implements AsyncCloseable {
        @Override
        public Coroutine<Void> closeAsync() {
            return done();
        }

        @Override
        public void close() {}
    }

    static class Unrelated implements AutoCloseable {
        @Override
        public void close() {}
    }

    void plain(Connection kept) {
        // error: the close of Connection stands in plain(), which is not async and cannot be suspended: mark it @Async and let it return a Coroutine
        try (var connection = new Connection()) {
            // error: the close of Connection stands in plain()
            connection.close();
        }
        // error: the close of Connection stands in plain()
        try (kept) {
            kept.hashCode();
        }
        try (var both = new Both();
                var unrelated = new Unrelated()) {
            both.close();
            unrelated.close();
        }
    }

    <C extends Connection & Comparable<C>> void variable(C one, AsyncGenerator<String> generator) {
        // error: the close of C stands in variable()
        try (one;
                // error: the close of AsyncGenerator stands in variable()
                generator) {
            one.hashCode();
        }
    }

    @Async
    Coroutine<Void> lambdas(List<Connection> all) {
        // error: the close of Connection stands in a lambda of Consumer, whose method is not async: use an async functional interface
        all.forEach(one -> one.close());
        // error: close is a method reference here, and nothing would await it: write closeAsync
        all.forEach(Connection::close);
        new Both().close();
        for (Connection one : all) {
            one.close();
        }
        return done();
    }

    @Async
    Coroutine<Void> inAMonitor() {
        synchronized (this) {
            // error: the close of Both stands in a synchronized block, and a monitor cannot be held across a suspension: let it come before the block or after it
            try (var connection = new Both()) {
                connection.hashCode();
            }
        }
        return async(
                () -> {
                    try (var connection = new Connection()) {
                        return done();
                    }
                });
    }

    AsyncCloseElsewhere(Connection connection) {
        // error: the close of Connection stands in a constructor of AsyncCloseElsewhere
        connection.close();
    }

    {
        // error: the close of Connection stands in an initialiser of AsyncCloseElsewhere
        new Connection().close();
    }
}
