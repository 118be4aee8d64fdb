package dev.weft.examples.linkcheck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A jar of pages, served over HTTP on loopback until it is closed. */
final class Site implements AutoCloseable {
    private static final int THREADS = 8;

    private final ZipFile jar;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Site::daemon);

    private Site(ZipFile jar, HttpServer server) {
        this.jar = jar;
        this.server = server;
    }

    /** Opens the jar and starts to serve it on a free port. */
    static Site serve(Path jar) throws IOException {
        ZipFile file = new ZipFile(jar.toFile());
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Site site = new Site(file, HttpServer.create(free, 0));
        site.server.createContext("/", site::answer);
        site.server.setExecutor(site.threads);
        site.server.start();
        return site;
    }

    /** The address of the first page. */
    URI root() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return URI.create(
                "http://%s:%d/index.html"
                        .formatted(
                                host.contains(":") ? "[" + host + "]" : host, address.getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            ZipEntry entry =
                    jar.getEntry(name.isEmpty() || name.endsWith("/") ? name + "index.html" : name);
            if (entry == null) {
                exchange.sendResponseHeaders(404, -1);
            } else if (entry.isDirectory() || jar.getEntry(name + "/") != null) {
                exchange.getResponseHeaders()
                        .set("Location", exchange.getRequestURI().getRawPath() + "/");
                exchange.sendResponseHeaders(301, -1);
            } else {
                send(exchange, entry);
            }
        }
    }

    private void send(HttpExchange exchange, ZipEntry entry) throws IOException {
        String type = URLConnection.guessContentTypeFromName(entry.getName());
        exchange.getResponseHeaders()
                .set("Content-Type", type == null ? "application/octet-stream" : type);
        try (InputStream content = jar.getInputStream(entry)) {
            byte[] bytes = content.readAllBytes();
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "site");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        jar.close();
    }
}
