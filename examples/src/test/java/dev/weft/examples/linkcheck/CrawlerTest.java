package dev.weft.examples.linkcheck;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gatherOutcomes;
import static dev.weft.Weft.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.Task;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrawlerTest {
    private static final URI ROOT = URI.create("http://site/");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private int underWay;
    private int mostUnderWay;

    /** A site whose first page links to pages that take as many seconds as their path says. */
    @Async
    Coroutine<Page> fetch(URI address, String... paths) throws IOException {
        mostUnderWay = Math.max(mostUnderWay, ++underWay);
        try {
            String path = address.getPath().substring(1);
            if (path.isEmpty()) {
                return done(page(address, paths));
            }
            if (path.equals("dead")) {
                throw new IOException("connection refused");
            }
            await(sleep(Duration.ofSeconds(Integer.parseInt(path.split("-")[0]))));
            return done(page(address));
        } finally {
            underWay--;
        }
    }

    private static Page page(URI address, String... paths) {
        List<Link> links = new ArrayList<>();
        for (String path : paths) {
            links.add(new Link(1, path, Addresses.resolve(address, path), ""));
        }
        return Page.html(address, 100, new Page.Content(links, Set.of()));
    }

    private static String[] seconds(int pages) {
        return IntStream.range(0, pages).mapToObj(i -> "1-" + i).toArray(String[]::new);
    }

    @Async
    static Coroutine<Duration> timed(Crawler crawler) {
        await(crawler.crawl());
        return done(EventLoop.running().time());
    }

    @Test
    void asksForSoManyPagesAtATimeAndNoMore() {
        Crawler crawler = new Crawler(ROOT, 10, TIMEOUT, address -> fetch(address, seconds(100)));
        Duration time = Virtual.run(() -> timed(crawler));
        assertThat(time).isEqualTo(Duration.ofSeconds(10));
        assertThat(mostUnderWay).isEqualTo(10);
        assertThat(crawler.pages()).hasSize(101);
        assertThat(crawler.bytes()).isEqualTo(10_100);
        assertThat(crawler.links()).isEqualTo(100);
        assertThat(crawler.ahead()).isZero();
    }

    @Test
    void givesEachPageItsTimeAndGoesOn() {
        Crawler crawler =
                new Crawler(ROOT, 2, TIMEOUT, address -> fetch(address, "60", "9", "61", "dead"));
        Duration time = Virtual.run(() -> timed(crawler));
        assertThat(time).isEqualTo(Duration.ofSeconds(19));
        assertThat(crawler.pages())
                .extracting(page -> page.address().getPath() + " " + page.problem())
                .containsExactlyInAnyOrder(
                        "/ null",
                        "/60 no answer in 10.0 s",
                        "/9 null",
                        "/61 no answer in 10.0 s",
                        "/dead no answer: connection refused");
        assertThat(underWay).isZero();
    }

    @Test
    void staysOnTheSite() {
        Crawler crawler =
                new Crawler(
                        ROOT,
                        4,
                        TIMEOUT,
                        address -> fetch(address, "http://other/1", "mailto:me", "1"));
        Virtual.run(crawler::crawl);
        assertThat(crawler.pages()).extracting(Page::address).hasSize(2).contains(ROOT);
    }

    @Test
    void keepsWhatItHasWhenItIsCancelled() {
        Crawler crawler = new Crawler(ROOT, 10, TIMEOUT, address -> fetch(address, seconds(100)));
        boolean cancelled = Virtual.run(() -> cancelledAfter(crawler, Duration.ofMillis(3_500)));
        assertThat(cancelled).isTrue();
        assertThat(crawler.pages()).hasSize(31);
        assertThat(crawler.ahead()).isEqualTo(70);
        assertThat(underWay).isZero();
    }

    @Async
    static Coroutine<Boolean> cancelledAfter(Crawler crawler, Duration time) {
        Task<Void> crawl = createTask(crawler.crawl());
        await(sleep(time));
        crawl.cancel();
        await(gatherOutcomes(List.of(crawl)));
        return done(crawl.cancelled());
    }
}
