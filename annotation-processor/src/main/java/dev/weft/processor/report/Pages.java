package dev.weft.processor.report;

import dev.weft.processor.report.Page.Fold;
import dev.weft.processor.report.Page.Row;
import dev.weft.weaver.MethodFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Makes the page of a source. */
final class Pages {

    private final SourceFacts source;
    private final Lines lines;
    private final Syntax syntax;
    private final Joined joined;
    private final Segments segments;
    private final PageFacts facts;

    private Pages(SourceFacts source, Predicate<String> hasPage) {
        this.source = source;
        lines = new Lines(source.text());
        syntax = Syntax.of(source.text(), lines);
        joined = new Joined(source, lines);
        segments = new Segments(source, lines, syntax, joined);
        facts = new PageFacts(source, lines, joined, root(source.name()), hasPage);
    }

    /**
     * The page of {@code source}.
     *
     * @param hasPage whether the report has a page for the source with a name
     */
    static Page of(SourceFacts source, Predicate<String> hasPage) {
        return new Pages(source, hasPage).page();
    }

    /** The way up from a page to the folder of the report. */
    static String root(String name) {
        return "../".repeat((int) name.chars().filter(c -> c == '/').count());
    }

    private Page page() {
        return new Page(
                source.fileName(),
                source.packageName(),
                root(source.name()),
                totals(),
                facts.unnamed(),
                facts.methods(),
                rows());
    }

    private Page.Totals totals() {
        List<MethodFacts> methods = source.methods();
        int largest = methods.stream().mapToInt(MethodFacts::frameBytes).max().orElse(0);
        int findings = source.findings();
        return new Page.Totals(
                Words.count(joined.methods().size(), "async method"),
                Words.count(joined.points().size(), "suspension point"),
                Words.count(largest, "byte"),
                Words.countOrNo(findings, "finding"),
                findings == 0,
                source.silenced() == 0 ? "" : Words.number(source.silenced()) + " silenced");
    }

    private List<Row> rows() {
        Map<Integer, Fold> folds = new HashMap<>();
        Map<Integer, Integer> closes = new HashMap<>();
        folds(folds, closes);
        List<Row> rows = new ArrayList<>();
        for (int line = 1; line <= lines.count(); line++) {
            rows.add(
                    new Row(
                            line,
                            facts.rail(line),
                            segments.indentOf(line),
                            facts.startsOn(line),
                            segments.of(line),
                            facts.pointsOn(line),
                            facts.findingsOn(line),
                            folds.get(line),
                            closes.getOrDefault(line, 0)));
        }
        return rows;
    }

    /** What is folded away are the lines behind the one where the body opens. */
    private void folds(Map<Integer, Fold> folds, Map<Integer, Integer> closes) {
        TreeMap<Integer, Syntax.Body> byLine = new TreeMap<>();
        for (Syntax.Body body : syntax.bodies()) {
            if (body.openLine() < body.closeLine()) byLine.putIfAbsent(body.openLine(), body);
        }
        byLine.forEach(
                (line, body) -> {
                    folds.put(line, new Fold("b" + line, body.name()));
                    closes.merge(body.closeLine(), 1, Integer::sum);
                });
    }
}
