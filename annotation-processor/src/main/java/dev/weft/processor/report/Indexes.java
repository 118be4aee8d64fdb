package dev.weft.processor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the index of the report. */
final class Indexes {

    private final List<Summary> summaries;
    private final int largest;

    private Indexes(List<Summary> summaries) {
        this.summaries = summaries;
        largest = Math.max(1, max(summaries));
    }

    /** The index of pages. */
    static Index of(List<Summary> summaries) {
        return new Indexes(summaries).index();
    }

    private static int max(List<Summary> summaries) {
        return summaries.stream()
                .flatMap(summary -> summary.lines().stream())
                .mapToInt(Summary.Line::frame)
                .max()
                .orElse(0);
    }

    private Index index() {
        int methods = summaries.stream().mapToInt(summary -> summary.lines().size()).sum();
        int points = summaries.stream().mapToInt(Indexes::points).sum();
        int findings = summaries.stream().mapToInt(Summary::findings).sum();
        Page.Totals totals =
                new Page.Totals(
                        Words.count(methods, "async method"),
                        Words.count(points, "suspension point"),
                        Words.count(max(summaries), "byte"),
                        Words.countOrNo(findings, "finding"),
                        findings == 0,
                        "");
        return new Index(totals, Words.count(summaries.size(), "source"), huge(), packages());
    }

    private static int points(Summary summary) {
        return summary.lines().stream().mapToInt(Summary.Line::points).sum();
    }

    private List<Index.Method> huge() {
        List<Index.Method> huge = new ArrayList<>();
        for (Summary summary : summaries) {
            for (Summary.Line line : summary.lines()) {
                if (line.huge()) huge.add(method(summary, line));
            }
        }
        huge.sort(Comparator.comparingInt(Index.Method::body).reversed());
        return huge;
    }

    private List<Index.Package> packages() {
        Map<String, List<Index.File>> packages = new TreeMap<>();
        for (Summary summary : summaries) {
            int slash = summary.name().lastIndexOf('/');
            String name = slash < 0 ? "" : summary.name().substring(0, slash).replace('/', '.');
            packages.computeIfAbsent(name, n -> new ArrayList<>()).add(file(summary));
        }
        return packages.entrySet().stream()
                .map(entry -> new Index.Package(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Index.File file(Summary summary) {
        return new Index.File(
                fileName(summary),
                Links.to(summary.name() + ".html"),
                Words.countOrNo(points(summary), "suspension point"),
                Words.count(summary.findings(), "finding"),
                summary.findings() == 0,
                summary.lines().stream().map(line -> method(summary, line)).toList());
    }

    private static String fileName(Summary summary) {
        return summary.name().substring(summary.name().lastIndexOf('/') + 1);
    }

    private Index.Method method(Summary summary, Summary.Line line) {
        return new Index.Method(
                Links.to(summary.name() + ".html") + "#L" + line.line(),
                line.name(),
                line.parameters(),
                line.kind(),
                line.points(),
                line.frame(),
                Math.max(2, line.frame() * 100 / largest),
                line.body(),
                line.huge(),
                fileName(summary));
    }
}
