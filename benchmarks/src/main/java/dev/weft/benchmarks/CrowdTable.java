package dev.weft.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a waiting task cost each peer. */
final class CrowdTable {

    private CrowdTable() {}

    static String of(Collection<CrowdResult> results) {
        var table =
                new StringBuilder(
                        Table.head(
                                "waiting",
                                List.of(
                                        "tasks",
                                        "peer",
                                        "heap bytes each",
                                        "ns to start each",
                                        "s from waking to the end of all")));
        for (CrowdResult result : results) {
            table.append(
                    Table.line(
                            result.waiting().description(),
                            List.of(
                                    String.format(Locale.ROOT, "%,d", result.tasks()),
                                    result.peer().title(),
                                    String.format(Locale.ROOT, "%.0f", result.bytes()),
                                    String.format(Locale.ROOT, "%.0f", result.nanos()),
                                    seconds(result.seconds()))));
        }
        return table.toString();
    }

    private static String seconds(double seconds) {
        return Double.isNaN(seconds) ? "" : String.format(Locale.ROOT, "%.2f", seconds);
    }
}
