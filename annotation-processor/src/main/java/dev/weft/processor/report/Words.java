package dev.weft.processor.report;

import dev.weft.weaver.MethodFacts;
import dev.weft.weaver.MethodFacts.Kept;
import dev.weft.weaver.MethodFacts.Kind;
import dev.weft.weaver.MethodFacts.Role;
import dev.weft.weaver.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words of the report. */
final class Words {

    private static final int NAMED = 4;

    private Words() {}

    /** So many of something. */
    static String count(long number, String what) {
        return number(number) + " " + what + (number == 1 ? "" : "s");
    }

    /** The same, or that there are none. */
    static String countOrNo(long number, String what) {
        return number == 0 ? "no " + what + "s" : count(number, what);
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String shape(Shape shape) {
        return switch (shape) {
            case COROUTINE -> "coroutine";
            case GENERATOR -> "generator";
            case FUTURE, STAGE -> "hot";
            case ENTRY_POINT -> "entry point";
        };
    }

    static String kind(Kind kind) {
        return switch (kind) {
            case AWAIT -> "await";
            case EMIT -> "emit";
            case EACH -> "next element";
            case CLOSE -> "close";
            case EXIT -> "close after a failure";
            case RETURN -> "tail return";
            case LEAVE -> "close on leaving the loop";
        };
    }

    static String style(Kind kind) {
        return kind == Kind.EXIT ? style(Kind.CLOSE) : kind.name().toLowerCase(Locale.ROOT);
    }

    /** What a page calls a method: a lambda has the name of the method that it stands in. */
    static String name(MethodFacts method) {
        if (!method.isLambda()) return method.name();
        String[] parts = method.name().split("\\$");
        boolean inside = parts.length > 2 && !parts[1].isEmpty();
        return inside && !parts[1].equals("static") && !parts[1].equals("new")
                ? "lambda in " + parts[1]
                : "lambda";
    }

    static String parameters(MethodFacts method) {
        return method.isLambda() ? "" : "(" + String.join(", ", method.parameters()) + ")";
    }

    /** What a page calls a kept value. */
    static String name(Kept kept) {
        if (!kept.name().isEmpty()) return kept.name();
        return switch (kept.role()) {
            case OPERAND -> "a part of the expression";
            case PARAMETER -> "a parameter";
            case LOCAL, RECEIVER -> temporary(kept.type());
        };
    }

    /** The compiler's own variables have no names. */
    private static String temporary(String type) {
        return switch (type) {
            case "AsyncIterator", "Iterator" -> "the loop's iterator";
            case "Throwable" -> "what was thrown";
            default -> "a temporary";
        };
    }

    /** The values in a few words, those of the source first. */
    static String keeps(List<Kept> kept) {
        List<String> names =
                kept.stream()
                        .filter(value -> value.role() != Role.RECEIVER)
                        .sorted(Comparator.comparing(value -> value.name().isEmpty()))
                        .map(Words::name)
                        .distinct()
                        .toList();
        if (names.isEmpty()) return kept.isEmpty() ? "keeps nothing" : "keeps nothing but this";
        String listed = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        String rest = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
        return "keeps " + listed + rest;
    }
}
