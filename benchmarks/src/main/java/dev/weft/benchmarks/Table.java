package dev.weft.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of a table in Markdown. */
final class Table {

    private Table() {}

    static String head(String first, List<String> others) {
        return line(first, others) + line("---", others.stream().map(o -> "--:").toList());
    }

    static String line(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream())
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
