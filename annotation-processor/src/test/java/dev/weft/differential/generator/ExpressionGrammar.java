package dev.weft.differential.generator;

import dev.weft.differential.generator.Choice.Weighted;
import java.util.ArrayList;
import java.util.List;

/** Expressions of a wanted type. */
final class ExpressionGrammar {

    private final Grammar grammar;

    ExpressionGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    String of(Type type, Place place) {
        if (place.depth() <= 0 || !grammar.choice.grow())
            return grammar.values.of(type, place.scope());
        Place inner = place.deeper();
        List<Weighted<String>> all = new ArrayList<>();
        all.add(new Weighted<>(12, () -> grammar.values.of(type, place.scope())));
        all.add(new Weighted<>(7, () -> ternary(type, inner)));
        all.add(new Weighted<>(6, () -> logged(type, inner)));
        all.add(new Weighted<>(4, () -> assignment(type, inner)));
        all.add(new Weighted<>(5, () -> grammar.switches.expression(type, inner)));
        all.add(new Weighted<>(25, () -> operation(type, inner)));
        if (place.scope().canAwait)
            all.add(new Weighted<>(30, () -> grammar.awaits.of(type, inner)));
        if (place.scope().emits != null)
            all.add(new Weighted<>(12, () -> grammar.generators.emit(type, inner)));
        return grammar.choice.weighted(all);
    }

    private String ternary(Type type, Place place) {
        return "(%s ? %s : %s)"
                .formatted(of(Type.BOOLEAN, place), cast(type, place), cast(type, place));
    }

    /** An expression whose static type is the type itself. */
    private String cast(Type type, Place place) {
        return "(" + type.source + ") (" + of(type, place) + ")";
    }

    private String logged(Type type, Place place) {
        return "v(\"%s\", %s)"
                .formatted(grammar.names.tag(), cast(type, place.behind(Type.STRING)));
    }

    private String assignment(Type type, Place place) {
        var variables = place.scope().assignable(type);
        if (variables.isEmpty()) return logged(type, place);
        return "(%s = %s)".formatted(grammar.choice.pick(variables).name(), bounded(type, place));
    }

    /** An expression that does not grow without bound when it is evaluated in a loop. */
    String bounded(Type type, Place place) {
        String value = of(type, place);
        return type == Type.STRING ? "cut(" + value + ")" : value;
    }

    private String operation(Type type, Place place) {
        return switch (type) {
            case BOOLEAN -> condition(place);
            case BYTE, CHAR, SHORT ->
                    grammar.choice.chance(20) && type == Type.BYTE
                            ? element(Type.BYTES, place)
                            : "(%s) (%s)".formatted(type.source, of(numeric(), place));
            case INT -> integer(place);
            case LONG ->
                    grammar.choice.chance(20)
                            ? element(Type.LONGS, place)
                            : arithmetic(type, place);
            case FLOAT, DOUBLE -> arithmetic(type, place);
            case STRING -> text(place);
            case BOX -> "(Integer) (" + of(Type.INT, place) + ")";
            case OBJECT -> "(Object) (" + of(grammar.type(), place) + ")";
            case CELL -> cell(place);
            case INTS, LONGS, BYTES, STRINGS, GRID -> array(type, place);
        };
    }

    private Type numeric() {
        return grammar.choice.pick(Type.NUMERIC);
    }

    private String condition(Place place) {
        return switch (grammar.choice.below(7)) {
            case 0 -> infix(Type.BOOLEAN, grammar.choice.pick("&&", "||"), Type.BOOLEAN, place);
            case 1 ->
                    infix(
                            Type.BOOLEAN,
                            grammar.choice.pick("&", "|", "^", "=="),
                            Type.BOOLEAN,
                            place);
            case 2 -> "!" + "(" + of(Type.BOOLEAN, place) + ")";
            case 3 -> {
                if (place.scope().uncheckedOnly) yield of(Type.BOOLEAN, place);
                String name = grammar.names.local();
                yield "(%s instanceof String %s && %s.length() > %s)"
                        .formatted(of(Type.OBJECT, place), name, name, of(Type.INT, place));
            }
            case 4 -> "same(%s, %s)".formatted(of(Type.STRING, place), of(Type.STRING, place));
            default ->
                    infix(numeric(), grammar.choice.pick("<", ">=", "==", "!="), numeric(), place);
        };
    }

    private String infix(Type left, String operator, Type right, Place place) {
        Place behind = place.behind(left).behind(right.wide() ? right : left);
        return "(%s %s %s)".formatted(of(left, place), operator, of(right, behind));
    }

    private String integer(Place place) {
        Scope scope = place.scope();
        return switch (grammar.choice.below(8)) {
            case 0 -> element(Type.INTS, place);
            case 1 ->
                    "len("
                            + of(grammar.choice.pick(Type.INTS, Type.STRING, Type.GRID), place)
                            + ")";
            case 2 -> "(" + of(Type.CELL, place) + ").n";
            case 3 -> step(scope, place);
            case 4 -> "(int) (" + of(numeric(), place) + ")";
            case 5 -> "(" + of(Type.BOX, place) + ").intValue()";
            default -> arithmetic(Type.INT, place);
        };
    }

    private String step(Scope scope, Place place) {
        var variables = scope.assignable(Type.INT);
        if (variables.isEmpty()) return of(Type.INT, place);
        String name = grammar.choice.pick(variables).name();
        return grammar.choice.pick(
                name + "++", "--" + name, "(" + name + " += " + of(Type.INT, place) + ")");
    }

    String element(Type array, Place place) {
        String index = of(Type.INT, place.behind(Type.INT));
        return "(%s)[%s]"
                .formatted(
                        of(array, place), grammar.choice.chance(96) ? "ix(" + index + ")" : index);
    }

    private String arithmetic(Type type, Place place) {
        if (Type.INTEGRAL.contains(type) && grammar.choice.chance(20))
            return infix(type, grammar.choice.pick("<<", ">>", ">>>"), Type.INT, place);
        Type other =
                type == Type.INT ? grammar.choice.pick(Type.INT, Type.BYTE, Type.CHAR) : Type.INT;
        if (grammar.choice.chance(60)) other = type;
        String operator =
                Type.INTEGRAL.contains(type) && grammar.choice.chance(30)
                        ? grammar.choice.pick("&", "|", "^")
                        : grammar.choice.pick("+", "-", "*", "+", "-", "/", "%");
        return grammar.choice.chance(50)
                ? infix(type, operator, other, place)
                : infix(other, operator, type, place);
    }

    private String text(Place place) {
        return switch (grammar.choice.below(6)) {
            case 0 -> "(%s).s".formatted(of(Type.CELL, place));
            case 1 -> element(Type.STRINGS, place);
            case 2 -> {
                Type first = grammar.type();
                yield "join(%s, %s, %s)"
                        .formatted(
                                of(first, place),
                                of(grammar.type(), place),
                                of(Type.STRING, place));
            }
            case 3 -> "text(" + of(grammar.type(), place) + ")";
            default -> concatenation(place);
        };
    }

    private String concatenation(Place place) {
        StringBuilder out = new StringBuilder("(\"" + grammar.names.tag() + ":\"");
        Place next = place;
        for (int i = grammar.choice.between(1, 3); i > 0; i--) {
            Type type = grammar.choice.pick(Type.ALL.subList(0, Type.BOX.ordinal() + 1));
            out.append(" + (").append(of(type, next)).append(')');
            next = next.behind(type);
        }
        return out.append(')').toString();
    }

    private String cell(Place place) {
        return switch (grammar.choice.below(5)) {
            case 0 -> "(%s).next".formatted(of(Type.CELL, place));
            case 1 ->
                    "new Cell(%s, %s)".formatted(of(Type.INT, place), bounded(Type.STRING, place));
            case 2 ->
                    "new Cell(%s, %s, %s)"
                            .formatted(
                                    of(Type.INT, place),
                                    bounded(Type.STRING, place),
                                    of(Type.CELL, place));
            case 3 ->
                    "new Twin<>(%s, %s)"
                            .formatted(cast(Type.OBJECT, place), cast(Type.OBJECT, place));
            default ->
                    "new Cell(%s, %s)"
                            .formatted(
                                    of(Type.LONG, place),
                                    of(Type.BOOLEAN, place.behind(Type.LONG)));
        };
    }

    private String array(Type type, Place place) {
        Type element = type.element();
        return switch (grammar.choice.below(4)) {
            case 0 -> "(" + of(type, place) + ").clone()";
            case 1 ->
                    type == Type.GRID
                            ? "new int[ix(%s) + 1][ix(%s) + 1]"
                                    .formatted(of(Type.INT, place), of(Type.INT, place))
                            : "new %s[ix(%s) + 1]".formatted(element.source, of(Type.INT, place));
            default ->
                    type == Type.INTS && grammar.choice.chance(30)
                            ? element(Type.GRID, place)
                            : "new %s {%s, %s}"
                                    .formatted(
                                            type.source,
                                            cast(element, place),
                                            cast(element, place));
        };
    }
}
