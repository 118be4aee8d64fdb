package dev.weft.differential.generator;

import dev.weft.differential.generator.Scope.Returning;
import dev.weft.differential.generator.Scope.Variable;

/** Plain lambdas and local classes, declared and used. */
final class LocalGrammar {

    private final Grammar grammar;

    LocalGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    Node statement(Scope scope) {
        if (!scope.canAwait || grammar.choice.chance(40)) return plainLambda(scope);
        return grammar.choice.chance(50) ? localClass(scope) : asyncLambda(scope);
    }

    private Node plainLambda(Scope scope) {
        Type type = grammar.type();
        String name = grammar.names.local();
        String body = grammar.statements.boxable(type, scope.captured(null, false));
        Node.Block block = new Node.Block();
        block.add(
                Node.line(
                        "java.util.function.Supplier<%s> %s = () -> %s;"
                                .formatted(type.boxed, name, body)));
        block.nodes.addAll(grammar.statements.block(scope.nested(), 2).nodes);
        if (block.completes()) block.add(Node.line("log(" + name + ".get());"));
        return Node.compound(block.completes()).block(block);
    }

    private Node asyncLambda(Scope scope) {
        Type type = grammar.type();
        String name = grammar.names.local();
        Returning returning = new Returning(type, "done");
        Scope body = scope.captured(returning, true);
        Node.Block block = new Node.Block();
        block.add(
                Node.compound(true)
                        .text("AsyncSupplier<%s> %s = () -> ".formatted(type.boxed, name))
                        .block(grammar.statements.body(body, returning, 3))
                        .text(";"));
        block.nodes.addAll(grammar.statements.block(scope.nested(), 2).nodes);
        if (block.completes()) {
            block.add(Node.line("log(await(" + name + ".get()));"));
            block.add(Node.line("log(await(Weft.async(" + name + ")));"));
        }
        return Node.compound(block.completes()).block(block);
    }

    private Node localClass(Scope scope) {
        Type type = grammar.type();
        Type held = grammar.type();
        String name = grammar.names.type();
        Returning returning = new Returning(type, "done");
        Scope body = scope.captured(returning, true);
        String initial = grammar.expression(held, scope.captured(null, false));
        String field = "fl" + grammar.names.tag();
        body.with(new Variable(field, held, true));
        Node.Block members = new Node.Block();
        members.add(Node.line("%s %s = %s;".formatted(held.source, field, initial)));
        members.add(
                Node.compound(true)
                        .text("@Async Coroutine<%s> go() throws Exception ".formatted(type.boxed))
                        .block(grammar.statements.body(body, returning, 3)));
        Node.Block block = new Node.Block();
        block.add(Node.compound(true).text("class " + name + " ").block(members));
        block.nodes.addAll(grammar.statements.block(scope.nested(), 2).nodes);
        if (block.completes()) block.add(Node.line("log(await(new " + name + "().go()));"));
        return Node.compound(block.completes()).block(block);
    }
}
