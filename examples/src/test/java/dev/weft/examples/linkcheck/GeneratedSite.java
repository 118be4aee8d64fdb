package dev.weft.examples.linkcheck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A site on loopback whose pages a test makes up. */
final class GeneratedSite implements AutoCloseable {
    /** The path of the page that never comes. */
    static final String SLOW = "/slow.html";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final CountDownLatch slowAsked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    GeneratedSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    GeneratedSite page(String path, String content) {
        pages.put(path, content);
        return this;
    }

    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void awaitSlowAsked() throws InterruptedException {
        slowAsked.await();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String content = pages.get(path);
            if (path.equals(SLOW)) {
                slowAsked.countDown();
                closed.await();
            } else if (content == null) {
                send(exchange, 404, "nothing here");
            } else if (content.startsWith("moved ")) {
                exchange.getResponseHeaders().set("Location", content.substring(6));
                send(exchange, 302, "");
            } else if (content.startsWith("error ")) {
                send(exchange, 500, content);
            } else {
                boolean html = content.startsWith("<");
                exchange.getResponseHeaders()
                        .set("Content-Type", html ? "text/html; charset=utf-8" : "text/plain");
                send(exchange, 200, content);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdown();
    }
}
