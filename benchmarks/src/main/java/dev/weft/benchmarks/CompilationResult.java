package dev.weft.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * What compiling a module took.
 *
 * @param percent of its methods are async
 * @param alone seconds of javac without processors
 * @param nothing seconds with a processor that does nothing
 * @param weft seconds with Weft's
 * @param bytes of class files without processors
 * @param woven bytes of class files with Weft's
 */
record CompilationResult(
        int percent, double alone, double nothing, double weft, double bytes, double woven) {

    static String head() {
        return Table.head(
                "of a thousand methods async",
                List.of(
                        "javac alone, s",
                        "with a processor that does nothing, s",
                        "more",
                        "with Weft, s",
                        "more",
                        "bytes",
                        "woven",
                        "more"));
    }

    String line() {
        return Table.line(
                percent + " %",
                List.of(
                        seconds(alone),
                        seconds(nothing),
                        more(alone, nothing),
                        seconds(weft),
                        more(alone, weft),
                        String.format(Locale.ROOT, "%,.0f", bytes),
                        String.format(Locale.ROOT, "%,.0f", woven),
                        more(bytes, woven)));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    private static String more(double before, double after) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * (after / before - 1));
    }
}
