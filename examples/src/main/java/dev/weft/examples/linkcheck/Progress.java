package dev.weft.examples.linkcheck;

import static dev.weft.Weft.await;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a crawler is: on a terminal in one line that changes, elsewhere line by line. */
final class Progress {
    private final Crawler crawler;
    private final PrintStream err;
    private final boolean terminal;

    Progress(Crawler crawler, PrintStream err, boolean terminal) {
        this.crawler = crawler;
        this.err = err;
        this.terminal = terminal;
    }

    /** Runs until it is cancelled, and then leaves a terminal's line empty. */
    @Async
    Coroutine<Void> show() {
        try {
            for (; ; ) {
                await(sleep(terminal ? Duration.ofMillis(100) : Duration.ofSeconds(2)));
                print(line());
            }
        } finally {
            if (terminal) {
                print("");
            }
        }
    }

    private void print(String line) {
        err.print(terminal ? "\r%-76s\r%s".formatted("", line) : line + System.lineSeparator());
        err.flush();
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "%,d pages, %,d links, %.1f MB, %,d pages ahead",
                crawler.pages().size(),
                crawler.links(),
                crawler.bytes() / 1e6,
                crawler.ahead());
    }
}
