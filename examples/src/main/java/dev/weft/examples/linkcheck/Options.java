package dev.weft.examples.linkcheck;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param site a jar of pages or an address
 * @param workers how many pages are asked for at a time
 * @param timeout what each page may take
 * @param progress whether to show progress
 * @param help whether to explain and do nothing else
 */
record Options(String site, int workers, Duration timeout, boolean progress, boolean help) {
    static final String USAGE =
            """
            Usage: linkcheck [options] SITE

            Visits every page of a site, follows its links, and reports those that lead nowhere.
            SITE is a jar or zip file of HTML pages, which is served on loopback for the time of the
            check, or the http address of a server on this machine.

              --workers N        pages to ask for at a time (16)
              --timeout SECONDS  what each page may take (10)
              --no-progress      show nothing while working
              --help             show this

            Exit status: 0 if all is well, 1 if links are broken, 2 for an error, 130 after Ctrl-C.
            """;

    /** A command line that asks for what cannot be. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    static Options parse(String... args) throws Wrong {
        String site = null;
        int workers = 16;
        Duration timeout = Duration.ofSeconds(10);
        boolean progress = true;
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        while (!rest.isEmpty()) {
            String arg = rest.remove();
            switch (arg) {
                case "--help", "-h" -> {
                    return new Options("", workers, timeout, progress, true);
                }
                case "--workers" -> workers = (int) number(arg, rest.poll(), 1, 1_000);
                case "--timeout" ->
                        timeout =
                                Duration.ofMillis(
                                        (long) (number(arg, rest.poll(), 0.001, 3_600) * 1_000));
                case "--no-progress" -> progress = false;
                default -> {
                    if (arg.startsWith("-")) {
                        throw new Wrong("unknown option " + arg);
                    }
                    if (site != null) {
                        throw new Wrong("one site at a time, not both " + site + " and " + arg);
                    }
                    site = arg;
                }
            }
        }
        if (site == null) {
            throw new Wrong("no site to check");
        }
        return new Options(site, workers, timeout, progress, false);
    }

    private static double number(String option, @Nullable String text, double least, double most)
            throws Wrong {
        try {
            double number = Double.parseDouble(text == null ? "" : text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        throw new Wrong(
                "%s takes a number from %s to %s, not %s"
                        .formatted(option, plain(least), plain(most), text));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : "" + number;
    }
}
