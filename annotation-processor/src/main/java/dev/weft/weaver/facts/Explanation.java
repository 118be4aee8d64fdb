package dev.weft.weaver.facts;

import dev.weft.weaver.MethodFacts;
import dev.weft.weaver.MethodFacts.Field;
import dev.weft.weaver.MethodFacts.Kept;
import dev.weft.weaver.MethodFacts.Point;
import java.util.Locale;

/** The text form of what was decided about a method. */
public final class Explanation {

    private Explanation() {}

    /** Some lines of text, each with an end. */
    public static String of(MethodFacts method) {
        StringBuilder text = new StringBuilder();
        text.append(
                "%s %s.%s(%s)\n"
                        .formatted(
                                method.returns(),
                                method.owner(),
                                method.name(),
                                String.join(", ", method.parameters())));
        text.append("  lines %d to %d\n".formatted(method.firstLine(), method.lastLine()));
        text.append(body(method));
        text.append("  frame %s, %d bytes".formatted(method.frame(), method.frameBytes()));
        for (Field field : method.fields()) {
            text.append("\n    %s %s".formatted(field.type(), field.name()));
        }
        text.append('\n');
        for (Point point : method.points()) text.append(text(point));
        return text.toString();
    }

    private static String body(MethodFacts method) {
        String warning =
                method.neverCompiled()
                        ? ": more than %d, so that HotSpot never compiles it"
                                .formatted(MethodFacts.LARGEST_COMPILED)
                        : "";
        return "  body of %d bytes%s\n".formatted(method.bodyBytes(), warning);
    }

    private static String text(Point point) {
        String kind = point.kind().name().toLowerCase(Locale.ROOT);
        String head = "  %d line %d: %s %s\n";
        StringBuilder text = new StringBuilder();
        text.append(head.formatted(point.state(), point.line(), kind, point.subject()));
        for (Kept kept : point.kept()) text.append("    keeps %s\n".formatted(text(kept)));
        if (!point.cleared().isEmpty()) {
            text.append("    clears %s\n".formatted(String.join(", ", point.cleared())));
        }
        return text.toString();
    }

    private static String text(Kept kept) {
        String name = kept.name().isEmpty() ? "an unnamed " + role(kept) : kept.name();
        return "%s (%s) in %s".formatted(name, kept.type(), kept.field());
    }

    private static String role(Kept kept) {
        return kept.role().name().toLowerCase(Locale.ROOT);
    }
}
