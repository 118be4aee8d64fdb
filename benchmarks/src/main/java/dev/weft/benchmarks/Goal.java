package dev.weft.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Something that Weft is to reach, and what it has.
 *
 * @param what is measured
 * @param reached how much of it
 * @param most how much it may be
 * @param unit of both
 */
record Goal(String what, double reached, double most, String unit) {

    static String head() {
        return Table.head("what", List.of("reached", "at most", ""));
    }

    String line() {
        return Table.line(
                what,
                List.of(
                        figure(reached) + " " + unit,
                        figure(most) + " " + unit,
                        met() ? "met" : "**missed**"));
    }

    /** For a cell of a table in which stands what it is about. */
    String briefly() {
        String brief = figure(reached) + " " + unit;
        return met() ? brief : brief + " (**at most " + figure(most) + "**)";
    }

    /** As far as the figures tell: a byte in a million operations is none. */
    private boolean met() {
        return rounded(reached) <= most;
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }

    private static String figure(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.2f" : "%,.0f", number);
    }
}
