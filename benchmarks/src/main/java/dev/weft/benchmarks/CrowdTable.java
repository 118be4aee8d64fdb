package dev.weft.benchmarks;

import java.util.List;
import java.util.Locale;

/** What a waiting task cost each peer. */
final class CrowdTable {

    private CrowdTable() {}

    static String head() {
        return Table.head(
                "waiting",
                List.of(
                        "tasks",
                        "peer",
                        "heap bytes each",
                        "ns to start each",
                        "s from waking to the end of all"));
    }

    static String line(CrowdResult result) {
        return Table.line(
                result.waiting().description(),
                List.of(
                        String.format(Locale.ROOT, "%,d", result.tasks()),
                        result.peer().title(),
                        String.format(Locale.ROOT, "%.0f", result.bytes()),
                        String.format(Locale.ROOT, "%.0f", result.nanos()),
                        seconds(result.seconds())));
    }

    private static String seconds(double seconds) {
        return Double.isNaN(seconds) ? "" : String.format(Locale.ROOT, "%.2f", seconds);
    }
}
