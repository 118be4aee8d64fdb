package dev.weft.differential.generator;

import java.util.ArrayList;
import java.util.List;

/** try, catch, finally and resources. */
final class TryGrammar {

    /** From the special to the general, so that any part of it is a legal row of handlers. */
    private static final List<String> CAUGHT =
            List.of(
                    "IllegalStateException",
                    "IllegalArgumentException | ArithmeticException",
                    "java.io.IOException",
                    "RuntimeException",
                    "AssertionError",
                    "Exception",
                    "Throwable");

    private final Grammar grammar;

    TryGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    /** A finally that never completes loses what is returned, so no coroutine is, inside it. */
    Node statement(Scope scope) {
        if (!grammar.choice.chance(4)) return statement(scope, false);
        boolean before = grammar.keepsReturned;
        grammar.keepsReturned = false;
        Node node = statement(scope, true);
        grammar.keepsReturned = before;
        return node;
    }

    private Node statement(Scope scope, boolean abrupt) {
        String resources = grammar.choice.chance(40) ? resources(scope) : "";
        Node.Block body = new Node.Block();
        body.add(Node.line("checked();"));
        body.nodes.addAll(grammar.statements.block(scope.nested(), 4).nodes);
        if (body.completes() && grammar.choice.chance(15)) body.add(grammar.jumps.last(scope));
        if (isScoped(resources)) {
            if (body.completes() && grammar.choice.chance(60)) body.add(failure(scope));
            if (!body.endsForGood()) body = body.behindCondition();
        }
        List<Node.Block> handlers = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        for (String type : caught()) {
            String name = grammar.names.local();
            heads.add(" catch (" + type + " " + name + ") ");
            handlers.add(handler(name, scope));
        }
        boolean required = abrupt || handlers.isEmpty() && resources.isEmpty();
        Node.Block last = required || grammar.choice.chance(35) ? last(scope, abrupt) : null;
        return assemble(resources, body, heads, handlers, last);
    }

    /**
     * Whether a resource says what leaves the block: quietly only if something follows the block.
     */
    private static boolean isScoped(String resources) {
        return resources.contains("Scope ") || resources.contains(" scope");
    }

    /** What a scope may hold back. */
    private Node failure(Scope scope) {
        String condition =
                grammar.choice.chance(60) ? "yes()" : grammar.expression(Type.BOOLEAN, scope);
        Node.Block block = new Node.Block();
        block.add(Node.jump("throw " + grammar.values.failure(scope.uncheckedOnly) + ";"));
        return Node.compound(true).text("if (" + condition + ") ").block(block);
    }

    private static Node assemble(
            String resources,
            Node.Block body,
            List<String> heads,
            List<Node.Block> handlers,
            Node.@org.jspecify.annotations.Nullable Block last) {
        boolean completes = body.completes() || handlers.stream().anyMatch(Node.Block::completes);
        if (last != null && !last.completes()) completes = false;
        Node node = Node.compound(completes).text("try " + resources).block(body);
        for (int i = 0; i < heads.size(); i++) node.text(heads.get(i)).block(handlers.get(i));
        if (last != null) node.text(" finally ").block(last);
        return node;
    }

    private List<String> caught() {
        List<String> caught = new ArrayList<>();
        int percent = grammar.choice.pick(10, 30, 50);
        for (String type : CAUGHT) if (grammar.choice.chance(percent)) caught.add(type);
        return caught;
    }

    private Node.Block handler(String name, Scope scope) {
        Node.Block block = new Node.Block();
        if (grammar.choice.chance(60)) block.add(Node.line("log(" + name + ");"));
        block.nodes.addAll(grammar.statements.block(scope.nested(), 3).nodes);
        if (!block.completes()) return block;
        if (grammar.choice.chance(20)) block.add(Node.jump("throw " + name + ";"));
        else if (grammar.choice.chance(30)) block.add(Node.line("log(message(" + name + "));"));
        return block;
    }

    private Node.Block last(Scope scope, boolean abrupt) {
        Scope inner = grammar.choice.chance(75) ? scope.withoutEmit() : scope.nested();
        Node.Block block = grammar.statements.block(inner, 3).completing();
        if (abrupt) block.add(grammar.jumps.last(scope));
        return block;
    }

    private String ofGenerator(Scope scope) {
        Type type = grammar.generators.elements();
        return "AsyncResource<%s> scope%s = await(asyncResource(%s)); "
                .formatted(
                        type.boxed, grammar.names.tag(), grammar.generators.generator(type, scope));
    }

    String resources(Scope scope) {
        StringBuilder out = new StringBuilder("(");
        for (int i = grammar.choice.between(1, 2); i > 0; i--) {
            if (scope.canAwait && grammar.choice.chance(12)) {
                out.append(ofGenerator(scope));
                continue;
            }
            String tag = grammar.expressions.bounded(Type.STRING, new Place(scope, 2, true));
            String type =
                    !scope.canAwait
                            ? "Door"
                            : grammar.choice.pick("Door", "Gate", "Scope", "Scope");
            String way =
                    type.equals("Scope")
                            ? "" + grammar.choice.below(6)
                            : "" + grammar.choice.chance(20);
            String make = "new %s(%s, %s)".formatted(type, tag, way);
            if (grammar.choice.chance(10)) make = "(" + type + ") null";
            if (scope.canAwait && grammar.choice.chance(30))
                make = "await(Leaf.<" + type + ">later(" + make + "))";
            out.append(type)
                    .append(' ')
                    .append(grammar.names.local())
                    .append(" = ")
                    .append(make)
                    .append("; ");
        }
        return out.append(") ").toString();
    }
}
