package dev.weft.differential.generator;

import dev.weft.differential.generator.Scope.Target;

/** Both forms of switch, as statement and as expression, over int, String and enum. */
final class SwitchGrammar {

    private final Grammar grammar;

    SwitchGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    /** What is switched over, and two of its labels. */
    private record Selector(String value, String first, String second) {}

    private Selector selector(Place place) {
        String index = "ix(" + grammar.expressions.of(Type.INT, place) + ")";
        return switch (grammar.choice.below(4)) {
            case 0 -> new Selector("Colour.at(" + index + ")", "RED", "GREEN");
            case 1 -> new Selector("word(" + index + ")", "\"Aa\"", "\"BB\"");
            case 2 -> new Selector("(char) ('a' + " + index + ")", "'a'", "'b'");
            default -> new Selector(index, "0", "1");
        };
    }

    String expression(Type type, Place place) {
        Selector selector = selector(place);
        return "(%s) switch (%s) {\n  case %s -> %s\n  case %s -> %s\n  default -> %s\n}"
                .formatted(
                        type.source,
                        selector.value,
                        selector.first,
                        branch(type, place),
                        selector.second,
                        branch(type, place),
                        grammar.expressions.of(type, place) + ";")
                .transform(text -> "(" + text + ")");
    }

    private String branch(Type type, Place place) {
        int form = grammar.choice.below(10);
        if (form == 0) return "throw new IllegalStateException(\"s" + grammar.names.tag() + "\");";
        if (form < 5 || grammar.choice.spent()) return grammar.expressions.of(type, place) + ";";
        Scope scope = place.scope().enclosed(place.narrow());
        if (form < 7 && place.tries()) return yieldFromTry(type, scope);
        Node.Block block = grammar.statements.block(scope, 2);
        if (block.completes()) block.add(yielding(type, scope));
        return block.inline();
    }

    private Node yielding(Type type, Scope scope) {
        String value = grammar.expression(type, scope);
        if (!value.startsWith("(")) return Node.jump("yield " + value + ";");
        String name = grammar.names.local();
        return Node.jump("%s %s = %s; yield %s;".formatted(type.source, name, value, name));
    }

    private String yieldFromTry(Type type, Scope scope) {
        Node.Block body = grammar.statements.block(scope.nested(), 2);
        if (body.completes()) body.add(yielding(type, scope));
        Node.Block handler = grammar.statements.block(scope.nested(), 1);
        if (handler.completes()) handler.add(yielding(type, scope));
        String resources = grammar.choice.chance(25) ? grammar.tries.resources(scope) : "";
        Node attempt =
                Node.compound(false)
                        .text("try " + resources)
                        .block(body)
                        .text(" catch (RuntimeException " + grammar.names.local() + ") ")
                        .block(handler);
        if (grammar.choice.chance(50))
            attempt.text(" finally ").block(grammar.statements.block(scope.nested(), 1));
        Node.Block whole = new Node.Block();
        whole.add(attempt);
        return whole.inline();
    }

    Node statement(Scope scope) {
        Selector selector = selector(new Place(scope, 2, true));
        return grammar.choice.chance(50) ? arrows(selector, scope) : groups(selector, scope);
    }

    private Node arrows(Selector selector, Scope scope) {
        Node node = Node.compound(true).text("switch (" + selector.value + ") {\n  case ");
        node.text(selector.first + " -> ").block(inside(scope));
        node.text("\n  case " + selector.second + " -> ").block(inside(scope));
        if (grammar.choice.chance(60))
            node.text("\n  default -> ").block(inside(scope).completing());
        return node.text("\n}");
    }

    private Node groups(Selector selector, Scope scope) {
        Node node = Node.compound(true).text("switch (" + selector.value + ") {\n  case ");
        node.text(selector.first + ":\n  ");
        Node.Block first = inside(scope);
        node.block(first);
        if (first.completes() && grammar.choice.chance(60)) node.text("\n    break;");
        node.text("\n  case " + selector.second + ": ").block(inside(scope));
        if (grammar.choice.chance(60)) node.text("\n  default: ").block(inside(scope));
        return node.text("\n  case " + third(selector) + ": break;\n}");
    }

    private static String third(Selector selector) {
        return switch (selector.first) {
            case "RED" -> "BLUE";
            case "\"Aa\"" -> "\"other\"";
            case "'a'" -> "'c'";
            default -> "2";
        };
    }

    private Node.Block inside(Scope scope) {
        return grammar.statements.block(scope.nested().with(new Target(null, false)), 2);
    }
}
