package dev.weft.differential.generator;

import dev.weft.differential.generator.Scope.Target;
import dev.weft.differential.generator.Scope.Variable;

/** Loops of all kinds, few times round. */
final class LoopGrammar {

    private final Grammar grammar;

    LoopGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    Node statement(Scope scope) {
        String label = grammar.choice.chance(40) ? grammar.names.label() : null;
        Scope inner = scope.nested().with(new Target(label, true));
        Node node = Node.compound(true);
        if (label != null) node.text(label + ": ");
        return switch (grammar.choice.below(6)) {
            case 0 -> whileLoop(node, inner);
            case 1 -> doLoop(node, inner);
            case 2 -> overArray(node, scope, inner);
            case 3 -> overList(node, scope, inner);
            case 4 -> endless(node, inner);
            default -> counting(node, inner);
        };
    }

    /** A loop over what has to be awaited, which is closed when the loop is left early. */
    Node each(Scope scope) {
        Type type = grammar.generators.elements();
        return over(grammar.generators.source(type, scope), type, scope);
    }

    /** A loop over a source with elements of the type. */
    Node over(String source, Type type, Scope scope) {
        String label = grammar.choice.chance(40) ? grammar.names.label() : null;
        Scope inner = scope.nested().with(new Target(label, true));
        String name = grammar.names.local();
        boolean constant = grammar.choice.chance(50);
        inner.with(new Variable(name, type, !constant));
        Node.Block body = grammar.statements.block(inner, 4);
        if (body.completes() && grammar.choice.chance(30)) body.add(grammar.jumps.last(inner));
        return Node.compound(true)
                .text(label == null ? "" : label + ": ")
                .text(
                        "for (%s%s %s : each(%s)) "
                                .formatted(constant ? "final " : "", type.source, name, source))
                .block(body);
    }

    private Node counting(Node node, Scope inner) {
        String name = grammar.names.local();
        Type type = grammar.choice.pick(Type.INT, Type.INT, Type.LONG, Type.BYTE);
        String step =
                grammar.choice.chance(70)
                        ? name + "++"
                        : name + "++, log(" + grammar.expression(grammar.type(), inner) + ")";
        String condition = name + " < " + grammar.choice.between(1, 3);
        if (grammar.choice.chance(30))
            condition += " && " + grammar.expression(Type.BOOLEAN, inner);
        return node.text("for (%s %s = 0; %s; %s) ".formatted(type.source, name, condition, step))
                .block(body(inner, name));
    }

    /** The variable of a counting loop is not effectively final: what captures sees a copy. */
    private Node.Block body(Scope inner, String loopVariable) {
        Node.Block copy = new Node.Block();
        String name = grammar.names.local();
        copy.add(Node.line("final var " + name + " = (int) " + loopVariable + ";"));
        inner.with(new Variable(name, Type.INT, false));
        copy.nodes.addAll(grammar.statements.block(inner, 4).nodes);
        return copy;
    }

    private Node whileLoop(Node node, Scope inner) {
        String count = grammar.names.local();
        Node.Block body = grammar.statements.block(inner.nested(), 4);
        String more =
                grammar.choice.chance(50)
                        ? ""
                        : " && " + grammar.expression(Type.BOOLEAN, inner.nested());
        return block(
                count,
                node.text("while (%s++ < %d%s) ".formatted(count, bound(), more)).block(body));
    }

    private Node doLoop(Node node, Scope inner) {
        String count = grammar.names.local();
        Node.Block body = grammar.statements.block(inner.nested(), 4).completing();
        String more =
                grammar.choice.chance(50) ? "" : " && " + grammar.expression(Type.BOOLEAN, inner);
        return block(
                count,
                node.text("do ")
                        .block(body)
                        .text(" while (%s++ < %d%s);".formatted(count, bound(), more)));
    }

    private Node endless(Node node, Scope inner) {
        String count = grammar.names.local();
        Node.Block body = new Node.Block();
        body.add(Node.line("if (%s++ >= %d) break;".formatted(count, bound())));
        body.nodes.addAll(grammar.statements.block(inner, 4).nodes);
        return block(
                count, node.text(grammar.choice.pick("for (;;) ", "while (true) ")).block(body));
    }

    /** Declares the counter in front of the loop; the label must stay on the loop. */
    private static Node block(String count, Node loop) {
        Node.Block block = new Node.Block();
        block.add(Node.line("int " + count + " = 0;"));
        block.add(loop);
        return Node.compound(true).block(block);
    }

    private int bound() {
        return grammar.choice.between(1, 3);
    }

    private Node overArray(Node node, Scope scope, Scope inner) {
        Type type = grammar.choice.pick(Type.INTS, Type.LONGS, Type.BYTES, Type.STRINGS, Type.GRID);
        String array = grammar.expression(type, scope);
        String name = grammar.names.local();
        inner.with(new Variable(name, type.element(), grammar.choice.chance(50)));
        return node.text("for (%s %s : %s) ".formatted(type.element().source, name, array))
                .block(grammar.statements.block(inner, 4));
    }

    private Node overList(Node node, Scope scope, Scope inner) {
        String first = grammar.statements.boxable(Type.LONG, scope);
        String name = grammar.names.local();
        inner.with(new Variable(name, Type.LONG, false));
        return node.text("for (final long %s : java.util.List.of(%s, 2L)) ".formatted(name, first))
                .block(grammar.statements.block(inner, 4));
    }
}
