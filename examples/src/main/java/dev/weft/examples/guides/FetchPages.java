package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.each;
import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** An async generator: pages are fetched one by one, when the loop asks for the next. */
final class FetchPages {
    private final int pages;
    private int fetched;

    /** A site of so many pages. */
    FetchPages(int pages) {
        this.pages = pages;
    }

    @Async
    AsyncGenerator<List<String>> fetch(String url, int most) {
        for (int page = 1; page <= most; page++) {
            await(sleep(Duration.ofMillis(100)));
            List<String> items = items(url, page);
            if (items.isEmpty()) {
                break;
            }
            fetched++;
            emit(items);
        }
        return end();
    }

    private List<String> items(String url, int page) {
        int count = page > pages ? 0 : 5;
        return IntStream.range(0, count).mapToObj(i -> url + "?page=" + page + "#" + i).toList();
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        FetchPages small = new FetchPages(3);
        for (List<String> items : each(small.fetch("/users", 10))) {
            System.out.println(items.size() + " items, " + items.get(0) + " first, " + time);
        }
        System.out.println("The site ended after " + small.fetched + " pages, " + time);

        FetchPages large = new FetchPages(1_000);
        search:
        for (List<String> items : each(large.fetch("/logs", 500))) {
            for (String item : items) {
                if (item.equals("/logs?page=2#3")) {
                    System.out.println("Found " + item);
                    break search;
                }
            }
        }
        System.out.println("No more than " + large.fetched + " pages were fetched, " + time);
    }
}
