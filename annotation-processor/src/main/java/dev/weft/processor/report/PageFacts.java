package dev.weft.processor.report;

import dev.weft.processor.report.Mark.Target;
import dev.weft.processor.report.Page.Finding;
import dev.weft.processor.report.Page.Link;
import dev.weft.processor.report.Page.Method;
import dev.weft.processor.report.Page.Point;
import dev.weft.processor.report.Page.State;
import dev.weft.processor.report.Page.Value;
import dev.weft.weaver.MethodFacts;
import dev.weft.weaver.MethodFacts.Kept;
import dev.weft.weaver.MethodFacts.Kind;
import dev.weft.weaver.MethodFacts.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a page says between the lines of the source. */
final class PageFacts {

    private final SourceFacts source;
    private final Lines lines;
    private final Joined joined;
    private final String root;
    private final Predicate<String> hasPage;
    private final Map<Integer, List<Method>> methods = new LinkedHashMap<>();
    private final Map<Integer, List<Point>> points = new HashMap<>();
    private final Map<Integer, List<Finding>> findings = new HashMap<>();

    PageFacts(
            SourceFacts source,
            Lines lines,
            Joined joined,
            String root,
            Predicate<String> hasPage) {
        this.source = source;
        this.lines = lines;
        this.joined = joined;
        this.root = root;
        this.hasPage = hasPage;
        Map<String, Integer> ids = new HashMap<>();
        for (Joined.Method method : joined.methods()) {
            int line = lines.lineOf(method.region().from());
            add(methods, line, method(method, line, ids));
        }
        for (Joined.Point point : joined.points()) add(points, point.line(), point(point));
        for (Note note : source.notes()) {
            add(
                    findings,
                    lines.lineOf(note.from()),
                    new Finding(note.id(), note.severity(), note.message()));
        }
    }

    private static <T> void add(Map<Integer, List<T>> lists, int line, T element) {
        lists.computeIfAbsent(line, l -> new ArrayList<>()).add(element);
    }

    List<Method> methods() {
        return methods.values().stream().flatMap(List::stream).toList();
    }

    List<Method> startsOn(int line) {
        return methods.getOrDefault(line, List.of());
    }

    List<Point> pointsOn(int line) {
        return points.getOrDefault(line, List.of());
    }

    List<Finding> findingsOn(int line) {
        return findings.getOrDefault(line, List.of());
    }

    /** Whether the class files tell no names of variables although there are some. */
    boolean unnamed() {
        List<Kept> kept =
                joined.points().stream()
                        .flatMap(point -> point.places().stream())
                        .flatMap(place -> place.kept().stream())
                        .filter(value -> value.role() != Role.RECEIVER)
                        .toList();
        return kept.stream().anyMatch(value -> value.role() == Role.PARAMETER)
                && kept.stream().allMatch(value -> value.name().isEmpty());
    }

    /** The thread of an async method that runs along a line. */
    String rail(int line) {
        boolean inside =
                source.regions().stream()
                        .anyMatch(
                                region ->
                                        lines.lineOf(region.from()) <= line
                                                && line <= lines.lineOf(region.to() - 1));
        return inside ? "async" : "";
    }

    private Method method(Joined.Method method, int line, Map<String, Integer> ids) {
        MethodFacts facts = method.facts();
        if (facts == null) return unwoven(method, line, ids);
        int count = joined.pointsOf(facts).size();
        return new Method(
                id(method.region(), ids),
                line,
                Words.name(facts),
                Words.parameters(facts),
                facts.returns(),
                Words.shape(facts.shape()),
                Words.countOrNo(count, "suspension point"),
                count,
                Words.count(facts.frameBytes(), "byte"),
                facts.fields().stream()
                        .map(f -> new Value(f.name(), true, f.type(), f.name(), f.bytes()))
                        .toList(),
                Words.count(facts.bodyBytes(), "byte"),
                Math.min(100, facts.bodyBytes() * 100 / MethodFacts.LARGEST_COMPILED),
                facts.neverCompiled(),
                true);
    }

    private static Method unwoven(Joined.Method method, int line, Map<String, Integer> ids) {
        String name = method.region().isLambda() ? "lambda" : method.region().name();
        String id = id(method.region(), ids);
        return new Method(
                id, line, name, "", "", "async", "", 0, "", List.of(), "", 0, false, false);
    }

    private static String id(Region region, Map<String, Integer> ids) {
        String id = "m-" + (region.isLambda() ? "lambda" : region.name());
        int number = ids.merge(id, 1, Integer::sum);
        return number == 1 ? id : id + "-" + number;
    }

    private Point point(Joined.Point point) {
        Mark mark = point.mark();
        boolean several = point.places().size() > 1;
        List<State> states = point.places().stream().map(place -> state(place, several)).toList();
        int number = pointsOn(point.line()).size() + 1;
        return new Point(
                "p" + point.line() + "-" + number,
                point.line(),
                Words.style(point.kind()),
                Words.kind(point.kind()),
                type(point),
                mark == null ? null : link(mark.target()),
                Words.keeps(all(point)),
                states);
    }

    /** The type of what is waited for: the source's where it says one. */
    private static String type(Joined.Point point) {
        if (point.mark() != null && !point.mark().type().isEmpty()) return point.mark().type();
        return point.kind() == Kind.RETURN
                ? point.method().returns()
                : point.places().get(0).subject();
    }

    private static List<Kept> all(Joined.Point point) {
        return point.places().stream().flatMap(place -> place.kept().stream()).distinct().toList();
    }

    private static State state(MethodFacts.Point place, boolean several) {
        return new State(
                place.state(),
                several,
                place.kept().stream().map(PageFacts::value).toList(),
                Words.count(place.keptBytes(), "byte"),
                place.cleared().stream().collect(Collectors.joining(", ")));
    }

    private static Value value(Kept kept) {
        boolean named = !kept.name().isEmpty();
        return new Value(Words.name(kept), named, kept.type(), kept.field(), kept.bytes());
    }

    private @Nullable Link link(Target target) {
        if (target.method().isEmpty()) return null;
        String fragment = "#m-" + target.method();
        if (target.page().equals(source.name())) return new Link(fragment, target.method());
        if (!hasPage.test(target.page())) return null;
        return new Link(Links.to(root + target.page() + ".html") + fragment, target.method());
    }
}
