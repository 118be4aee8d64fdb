package dev.weft.examples.linkcheck;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.toThread;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gets pages over HTTP. */
final class HttpFetcher implements Fetcher {
    /** What is longer would keep the loop from everything else while it is parsed. */
    private static final int QUICKLY_PARSED = 16 * 1024;

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';]+)", Pattern.CASE_INSENSITIVE);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Async
    @Override
    public Coroutine<Page> fetch(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        HttpResponse<byte[]> response =
                await(http.sendAsync(request, BodyHandlers.ofByteArray()), IOException.class);
        long bytes = response.body().length;
        int status = response.statusCode();
        String location = header(response, "Location");
        if (status / 100 == 3 && !location.isEmpty()) {
            return done(moved(address, bytes, location));
        }
        if (status / 100 != 2) {
            return done(Page.missing(address, bytes, "status " + status));
        }
        String type = header(response, "Content-Type");
        if (!type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
            return done(Page.other(address, bytes));
        }
        Page.Content content = await(parse(address, response.body(), charset(type)));
        return done(Page.html(address, bytes, content));
    }

    @Async
    private Coroutine<Page.Content> parse(URI address, byte[] body, @Nullable String charset)
            throws IOException {
        if (body.length > QUICKLY_PARSED) {
            return toThread(() -> PageParser.parseUnlessInterrupted(address, body, charset));
        }
        return done(PageParser.parse(address, body, charset));
    }

    private static Page moved(URI address, long bytes, String location) {
        URI target = Addresses.resolve(address, location);
        return target == null
                ? Page.missing(address, bytes, "moved to what is no address: " + location)
                : Page.moved(address, bytes, target);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static @Nullable String charset(String type) {
        Matcher charset = CHARSET.matcher(type);
        return charset.find() ? charset.group(1) : null;
    }
}
