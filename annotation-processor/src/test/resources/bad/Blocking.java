import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.toThread;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

// options: -Aweft.blocking=warn,Blocking.Client#load,Blocking.Dao
class Blocking {

    static class Client {
        String load() {
            return "";
        }

        String cached() {
            return "";
        }
    }

    static class Dao {
        void save() {}
    }

    static class SubDao extends Dao {
        @Override
        void save() {}
    }

    interface Store {
        @dev.weft.Blocking
        void write(String text);

        void clear();
    }

    static class FileStore implements Store {
        @Override
        public void write(String text) {}

        @Override
        public void clear() {}
    }

    @dev.weft.Blocking
    static class Legacy {
        void call() {}
    }

    static class Opened {
        @dev.weft.Blocking
        Opened() {}
    }

    @Async
    Coroutine<Void> threads(
            CountDownLatch latch, Semaphore semaphore, Thread thread, Process process)
            throws InterruptedException {
        // warning: write await(process.onExit())
        process.waitFor();
        // warning: Thread.sleep(100) blocks the event loop's thread, and all its tasks with it: write await(sleep(...)) [weft:blocking]
        Thread.sleep(100);
        // warning: write await(sleep(...))
        TimeUnit.SECONDS.sleep(1);
        // warning: latch.await() blocks the event loop's thread, and all its tasks with it: use an AsyncEvent
        latch.await();
        // warning: use an AsyncSemaphore
        semaphore.acquire();
        // warning: thread.join() blocks the event loop's thread, and all its tasks with it: let another thread do it, as in await(toThread(() -> ...))
        thread.join();
        return done();
    }

    @Async
    Coroutine<Void> queues(
            BlockingQueue<String> queue, ArrayBlockingQueue<String> bounded, Condition condition)
            throws InterruptedException {
        // warning: use an AsyncQueue or an AsyncChannel
        queue.take();
        // warning: use an AsyncQueue
        bounded.put("");
        bounded.offer("");
        queue.poll();
        // warning: use an AsyncCondition
        condition.await();
        // warning: use an AsyncCondition
        this.wait();
        return done();
    }

    @Async
    Coroutine<String> streams(InputStream in, Path path) throws IOException {
        // warning: let another thread do it
        in.read();
        // warning: Files.readString(path) blocks
        String text = Files.readString(path);
        // warning: new FileInputStream(text) blocks
        try (var file = new FileInputStream(text)) {
            // warning: file.readAllBytes() blocks
            file.readAllBytes();
        }
        return done(text);
    }

    @Async
    Coroutine<String> memory(byte[] bytes) throws IOException {
        new ByteArrayInputStream(bytes).read();
        InputStream in = new ByteArrayInputStream(bytes);
        in.read();
        try (var lines = new BufferedReader(new InputStreamReader(in))) {
            lines.readLine();
        }
        BufferedReader text = new BufferedReader(new StringReader("a"));
        return done(text.readLine());
    }

    @Async
    Coroutine<Void> network(HttpClient http, Connection database, ExecutorService pool)
            throws IOException, InterruptedException, SQLException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost")).build();
        // warning: write await(http.sendAsync(...))
        http.send(request, HttpResponse.BodyHandlers.ofString());
        // warning: database.createStatement().execute("") blocks
        database.createStatement().execute("");
        // warning: awaitTermination(...) blocks
        pool.awaitTermination(1, TimeUnit.SECONDS);
        return done();
    }

    @Async
    Coroutine<Void> ofUsers(
            Client client, SubDao dao, Store store, FileStore files, Legacy legacy) {
        // warning: client.load() blocks
        client.load();
        client.cached();
        // warning: dao.save() blocks
        dao.save();
        // warning: store.write("") blocks the event loop's thread, and all its tasks with it: it is marked @Blocking, so let another
        store.write("");
        store.clear();
        // warning: it is marked @Blocking
        files.write("");
        // warning: it is marked @Blocking
        legacy.call();
        // warning: new Opened() blocks
        new Opened();
        return done();
    }

    @Async
    Coroutine<String> helpers(Path path) throws IOException {
        // warning: read() blocks the event loop's thread, and all its tasks with it, by Files.readString(path) in line 188: let it be async too
        read(path);
        // warning: indirect() blocks the event loop's thread
        this.indirect(path);
        overridable(path);
        allowed(path);
        await(later(path));
        recursive(3);
        return done("");
    }

    private String read(Path path) throws IOException {
        return Files.readString(path);
    }

    private static String indirect(Path path) throws IOException {
        return new Blocking().read(path);
    }

    String overridable(Path path) throws IOException {
        return Files.readString(path);
    }

    @SuppressWarnings("weft:blocking")
    private String allowed(Path path) throws IOException {
        return Files.readString(path);
    }

    private Coroutine<String> later(Path path) {
        return toThread(() -> Files.readString(path));
    }

    private int recursive(int depth) {
        return depth == 0 ? 0 : recursive(depth - 1);
    }

    @Async
    Coroutine<String> isRight(Future<String> future, Path path) throws Exception {
        @SuppressWarnings("weft:blocking")
        String known = Files.readString(path);
        String other = await(toThread(() -> Files.readString(path)));
        // warning: this future can only be waited for, so wait elsewhere, as in await(toThread(() -> future.get()))
        return done(known + other + future.get() + Duration.ZERO);
    }
}
