package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.List;

/** Async methods of an object, which use its fields as any method does. */
final class ApiClient {
    private final String baseUrl;

    ApiClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Async
    Coroutine<String> fetch(String endpoint) {
        await(sleep(Duration.ofSeconds(1)));
        return done("Data from " + baseUrl + "/" + endpoint);
    }

    @Async
    Coroutine<List<String>> fetchMultiple(List<String> endpoints) {
        return gather(endpoints.stream().map(this::fetch).toList());
    }

    @Async
    public static void main(String[] args) {
        ApiClient client = new ApiClient("https://api.example.com");
        List<String> results = await(client.fetchMultiple(List.of("users", "posts", "comments")));
        results.forEach(System.out::println);
    }
}
