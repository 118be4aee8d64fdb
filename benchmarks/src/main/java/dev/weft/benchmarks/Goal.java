package dev.weft.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Something that Weft is to reach, and what it has.
 *
 * @param what is measured
 * @param reached how much of it, in words
 * @param most how much it may be, in words
 * @param met whether it is no more
 */
record Goal(String what, String reached, String most, boolean met) {

    /** Of a number that must not be larger than another one, both followed by a unit. */
    static Goal of(String what, double reached, double most, String unit) {
        return new Goal(what, figure(reached) + unit, figure(most) + unit, reached <= most);
    }

    private static String figure(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.2f" : "%,.0f", number);
    }

    static String head() {
        return Table.head("what", List.of("reached", "at most", ""));
    }

    String line() {
        return Table.line(what, List.of(reached, most, met ? "met" : "**missed**"));
    }

    /** For a cell of a table in which stands what it is about. */
    String briefly() {
        return met ? reached : reached + " (**at most " + most + "**)";
    }
}
