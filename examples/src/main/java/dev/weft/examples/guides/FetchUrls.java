package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;

import com.sun.net.httpserver.HttpServer;
import dev.weft.Async;
import dev.weft.Coroutine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests over one shared HTTP client, all at the same time, from a server of its own. */
final class FetchUrls {
    private final HttpClient http = HttpClient.newHttpClient();

    @Async
    Coroutine<String> fetch(URI uri) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        HttpResponse<String> response =
                await(http.sendAsync(request, BodyHandlers.ofString()), IOException.class);
        return done(response.body());
    }

    @Async
    Coroutine<List<String>> fetchAll(List<URI> uris) throws IOException {
        List<Coroutine<String>> fetches = new ArrayList<>();
        for (URI uri : uris) {
            fetches.add(fetch(uri));
        }
        return gather(fetches);
    }

    @Async
    public static void main(String[] args) throws IOException {
        HttpServer server = serve();
        try {
            URI root = URI.create("http://localhost:" + server.getAddress().getPort());
            List<URI> uris =
                    List.of(root.resolve("/users"), root.resolve("/posts"), root.resolve("/todos"));
            List<String> bodies = await(new FetchUrls().fetchAll(uris));
            System.out.println("Fetched " + bodies.size() + " URLs");
            bodies.forEach(System.out::println);
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serve() throws IOException {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer server = HttpServer.create(free, 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        String body = "This is " + exchange.getRequestURI();
                        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(200, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
        server.start();
        return server;
    }
}
