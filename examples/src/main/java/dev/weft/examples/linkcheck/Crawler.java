package dev.weft.examples.linkcheck;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;
import static dev.weft.Weft.timeout;

import dev.weft.Async;
import dev.weft.AsyncTimeoutException;
import dev.weft.Coroutine;
import dev.weft.TaskGroup;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Visits every page of a site, a bounded number of them at a time. */
final class Crawler {
    private final URI root;
    private final int workers;
    private final Duration timeout;
    private final Fetcher fetcher;
    private final Frontier<URI> frontier;
    private final Map<URI, Page> pages = new LinkedHashMap<>();
    private long links;
    private long bytes;

    /**
     * Makes one.
     *
     * @param root the page to begin with; its server is the site
     * @param workers how many pages are asked for at a time
     * @param timeout what each page may take
     * @param fetcher gets the pages
     */
    Crawler(URI root, int workers, Duration timeout, Fetcher fetcher) {
        this.root = root;
        this.workers = workers;
        this.timeout = timeout;
        this.fetcher = fetcher;
        this.frontier = new Frontier<>(workers);
    }

    /** Visits all pages. Cancelling it stops all workers; what they have found stays. */
    @Async
    Coroutine<Void> crawl() {
        frontier.add(root);
        try (var crew = new TaskGroup()) {
            for (int i = 0; i < workers; i++) {
                crew.createTask(work());
            }
        }
        return done();
    }

    @Async
    private Coroutine<Void> work() {
        for (URI address : each(frontier)) {
            visited(await(visit(address)));
        }
        return done();
    }

    @Async
    private Coroutine<Page> visit(URI address) {
        try (var limit = timeout(timeout)) {
            return done(await(fetcher.fetch(address)));
        } catch (AsyncTimeoutException e) {
            return done(Page.missing(address, 0, "no answer in " + seconds(timeout)));
        } catch (IOException e) {
            return done(Page.missing(address, 0, "no answer: " + reason(e)));
        }
    }

    private void visited(Page page) {
        pages.put(page.address(), page);
        links += page.links().size();
        bytes += page.bytes();
        URI redirect = page.redirect();
        if (redirect != null) {
            follow(redirect);
        }
        for (Link link : page.links()) {
            URI target = link.target();
            if (target != null) {
                follow(target);
            }
        }
    }

    private void follow(URI target) {
        if (Addresses.sameSite(root, target)) {
            frontier.add(target);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }

    Collection<Page> pages() {
        return pages.values();
    }

    /** What came of asking for an address that was visited. */
    Page page(URI address) {
        return Objects.requireNonNull(pages.get(address), address::toString);
    }

    /** How many pages are known but not visited yet. */
    int ahead() {
        return frontier.seen() - pages.size();
    }

    long links() {
        return links;
    }

    long bytes() {
        return bytes;
    }
}
