package dev.weft.processor.report;

import dev.weft.weaver.MethodFacts;
import dev.weft.weaver.MethodFacts.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what the weaver speaks of in the source: they have lines and an order in common. */
final class Joined {

    /** A method of the source, and what the weaver made of it; null if it was not woven. */
    record Method(Region region, @Nullable MethodFacts facts) {}

    /**
     * A place of the source that waits, and the places in the bytecode that it became: code of a
     * {@code finally} block is there several times.
     */
    record Point(
            MethodFacts method,
            int line,
            Kind kind,
            @Nullable Mark mark,
            List<MethodFacts.Point> places) {

        /** Where it comes in its line. */
        int position() {
            return mark == null ? Integer.MAX_VALUE : mark.from();
        }
    }

    private final SourceFacts source;
    private final Lines lines;
    private final List<Method> methods = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();

    Joined(SourceFacts source, Lines lines) {
        this.source = source;
        this.lines = lines;
        joinMethods();
        for (Method method : methods) {
            if (method.facts() != null) joinPoints(method.region(), method.facts());
        }
        points.sort(Comparator.comparingInt(Point::line).thenComparingInt(Point::position));
    }

    /** In the order of the source. */
    List<Method> methods() {
        return methods;
    }

    /** In the order of the source. */
    List<Point> points() {
        return points;
    }

    /** Those of one method. */
    List<Point> pointsOf(MethodFacts method) {
        return points.stream().filter(point -> point.method() == method).toList();
    }

    private void joinMethods() {
        List<MethodFacts> open = new ArrayList<>(source.methods());
        open.sort(Comparator.comparingInt(MethodFacts::firstLine));
        List<Region> inner = new ArrayList<>(source.regions());
        inner.sort(Comparator.comparingInt(region -> region.to() - region.from()));
        for (Region region : inner) {
            Optional<MethodFacts> facts = open.stream().filter(f -> fits(f, region)).findFirst();
            facts.ifPresent(open::remove);
            methods.add(new Method(region, facts.orElse(null)));
        }
        methods.sort(Comparator.comparingInt(method -> method.region().from()));
    }

    private boolean fits(MethodFacts facts, Region region) {
        boolean named = region.isLambda() ? facts.isLambda() : facts.name().equals(region.name());
        boolean lineless = facts.firstLine() == 0;
        return named
                && (lineless || firstLine(region) <= facts.firstLine())
                && facts.lastLine() <= lines.lineOf(Math.max(region.from(), region.to() - 1));
    }

    private int firstLine(Region region) {
        return lines.lineOf(region.from());
    }

    private void joinPoints(Region region, MethodFacts facts) {
        Map<Object, List<MethodFacts.Point>> places = new LinkedHashMap<>();
        Map<Object, Point> found = new LinkedHashMap<>();
        Map<List<Object>, Integer> seen = new LinkedHashMap<>();
        for (MethodFacts.Point point : facts.points()) {
            List<Object> place = List.of(point.line(), point.kind());
            List<Mark> marks = marks(region, point);
            int number = seen.merge(place, 1, Integer::sum) - 1;
            Mark mark = marks.isEmpty() ? null : marks.get(number % marks.size());
            Object key = mark == null ? place : List.of(mark, point.kind());
            if (point.line() == 0) key = point;
            List<MethodFacts.Point> all = places.computeIfAbsent(key, k -> new ArrayList<>());
            all.add(point);
            int line = point.line() == 0 ? firstLine(region) : point.line();
            found.putIfAbsent(key, new Point(facts, line, point.kind(), mark, all));
        }
        points.addAll(found.values());
    }

    /** What may be meant by a place in the bytecode: what ends first is done first. */
    private List<Mark> marks(Region region, MethodFacts.Point point) {
        return source.marks().stream()
                .filter(mark -> mark.kind() == stated(point.kind()))
                .filter(mark -> lines.lineOf(Math.max(mark.from(), mark.to() - 1)) == point.line())
                .filter(mark -> innermost(mark) == region)
                .sorted(Comparator.comparingInt(Mark::end))
                .toList();
    }

    /** The source says in one place that a resource or an iterator is closed in several ways. */
    private static Kind stated(Kind kind) {
        return switch (kind) {
            case EXIT -> Kind.CLOSE;
            case LEAVE -> Kind.EACH;
            default -> kind;
        };
    }

    private @Nullable Region innermost(Mark mark) {
        return source.regions().stream()
                .filter(region -> region.from() <= mark.from() && mark.end() <= region.to())
                .min(Comparator.comparingInt(region -> region.to() - region.from()))
                .orElse(null);
    }
}
