package dev.weft.examples.linkcheck;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.CancelledError;
import dev.weft.Coroutine;
import dev.weft.TaskGroup;
import dev.weft.Weft;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipException;

/** The command {@code linkcheck}; {@code --help} tells what it does. */
public final class Main {
    private static final int WELL = 0;
    private static final int BROKEN = 1;
    private static final int ERROR = 2;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Checks the site that the command line names and ends the process with the exit status.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(new Main(System.out, System.err).run(args));
    }

    /** Does what the command line asks for; gives the exit status. */
    int run(String... args) {
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                out.print(Options.USAGE);
                return WELL;
            }
            return check(options);
        } catch (Options.Wrong e) {
            err.println("linkcheck: " + e.getMessage() + "; --help explains");
        } catch (IOException e) {
            err.println("linkcheck: " + e.getMessage());
        }
        return ERROR;
    }

    private int check(Options options) throws Options.Wrong, IOException {
        if (options.site().contains("://")) {
            return Weft.run(check(loopback(options.site()), options));
        }
        Path jar = Path.of(options.site());
        if (!Files.isRegularFile(jar)) {
            throw new Options.Wrong("no such file: " + jar);
        }
        try (Site site = Site.serve(jar)) {
            return Weft.run(check(site.root(), options));
        } catch (ZipException e) {
            throw new IOException(jar + ": " + e.getMessage(), e);
        }
    }

    @Async
    private Coroutine<Integer> check(URI root, Options options) throws IOException {
        long start = System.nanoTime();
        Crawler crawler =
                new Crawler(root, options.workers(), options.timeout(), new HttpFetcher());
        try {
            await(crawl(crawler, options.progress()));
        } catch (CancelledError e) {
            out.println("Interrupted. Found so far:");
            report(root, crawler, start);
            throw e;
        }
        String problem = crawler.page(root).problem();
        if (problem != null) {
            throw new IOException(root + ": " + problem);
        }
        return done(report(root, crawler, start) ? WELL : BROKEN);
    }

    @Async
    private Coroutine<Void> crawl(Crawler crawler, boolean progress) {
        if (!progress) {
            return crawler.crawl();
        }
        try (var aside = new TaskGroup()) {
            aside.createTask(new Progress(crawler, err, System.console() != null).show());
            await(crawler.crawl());
            aside.cancel();
        }
        return done();
    }

    /** Prints what is known; gives whether all is well. */
    private boolean report(URI root, Crawler crawler, long start) {
        Report report = Report.of(root, crawler.pages());
        report.print(out, Duration.ofNanos(System.nanoTime() - start));
        return report.broken().isEmpty();
    }

    /** Only a server on this machine: a crawl with many workers is an attack on any other. */
    private static URI loopback(String site) throws Options.Wrong {
        try {
            URI address = new URI(site);
            if (!"http".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
                throw new Options.Wrong(site + " is not an http address");
            }
            if (!InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
                throw new Options.Wrong(
                        address.getHost()
                                + " is not this machine: only loopback addresses are checked");
            }
            return Addresses.plain(address);
        } catch (URISyntaxException e) {
            throw new Options.Wrong(site + " is not an address: " + e.getReason());
        } catch (UnknownHostException e) {
            throw new Options.Wrong("unknown host in " + site);
        }
    }
}
