package dev.weft.differential.generator;

import dev.weft.differential.generator.Choice.Weighted;
import dev.weft.differential.generator.Scope.Returning;
import dev.weft.differential.generator.Scope.Variable;
import java.util.ArrayList;
import java.util.List;

/** Awaits, of everything that can be awaited. */
final class AwaitGrammar {

    private final Grammar grammar;

    AwaitGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    String of(Type type, Place place) {
        List<Weighted<String>> all = new ArrayList<>();
        all.add(new Weighted<>(30, () -> leaf("Leaf.<%s>later", type, place)));
        all.add(new Weighted<>(8, () -> leaf("Leaf.<%s>stage", type, place)));
        all.add(new Weighted<>(6, () -> leaf("Support.<%s>echo", type, place)));
        all.add(new Weighted<>(2, () -> leaf("Support.<%s>hotEcho", type, place)));
        all.add(new Weighted<>(1, () -> failing(type)));
        if (!grammar.choice.spent()) {
            all.add(new Weighted<>(5, () -> lambda(type, place)));
            all.add(new Weighted<>(3, () -> function(type, place)));
            all.add(new Weighted<>(2, () -> anonymous(type, place)));
        }
        for (Signature signature : grammar.signatures)
            if (signature.type() == type
                    && !signature.isGenerator()
                    && (signature.isStatic() || !place.scope().isStatic))
                all.add(new Weighted<>(12, () -> call(signature, place)));
        String value = grammar.choice.weighted(all);
        return type.primitive() || grammar.choice.chance(20)
                ? "((" + type.source + ") " + value + ")"
                : value;
    }

    private String leaf(String function, Type type, Place place) {
        String argument = grammar.expressions.of(type, place);
        if (type.primitive()) argument = "(" + type.source + ") (" + argument + ")";
        return "await(" + function.formatted(type.boxed) + "(" + argument + "))";
    }

    private String failing(Type type) {
        return "await(Leaf.<%s>fail(%s))".formatted(type.boxed, grammar.values.failure(false));
    }

    private String call(Signature signature, Place place) {
        boolean free = grammar.current != null && signature.order() > grammar.current.order();
        String call =
                "await(%s)".formatted(invocation(signature, free ? "fuel" : "fuel - 1", place));
        if (free) return call;
        String other = grammar.values.of(signature.type(), place.scope());
        String type = signature.type().source;
        return "(fuel > 0 ? (%s) %s : (%s) %s)".formatted(type, call, type, other);
    }

    /** The call itself, not awaited. */
    String invocation(Signature signature, String fuel, Place place) {
        StringBuilder arguments = new StringBuilder(fuel);
        Place next = place;
        for (Type parameter : signature.parameters()) {
            String argument = grammar.expressions.bounded(parameter, next);
            if (parameter.primitive()) argument = "(" + parameter.source + ") (" + argument + ")";
            arguments.append(", ").append(argument);
            next = next.behind(parameter);
        }
        return signature.name() + "(" + arguments + ")";
    }

    private String lambda(Type type, Place place) {
        Scope body = place.scope().captured(new Returning(type, "done"), true);
        return "await(Weft.<%s>async(() -> %s))".formatted(type.boxed, body(type, body));
    }

    private String function(Type type, Place place) {
        Type argument = grammar.type();
        String boxed = grammar.names.local();
        String name = grammar.names.local();
        String count = grammar.names.local();
        String value = grammar.expressions.of(argument, place);
        if (argument.primitive()) value = "(" + argument.source + ") (" + value + ")";
        Scope body = place.scope().captured(new Returning(type, "done"), true);
        body.with(new Variable(name, argument, true)).with(new Variable(count, Type.LONG, true));
        Node.Block block = grammar.statements.body(body, new Returning(type, "done"), 2);
        block.nodes.add(0, Node.line("%s %s = %s;".formatted(argument.source, name, boxed)));
        String lambda = "(%s, %s) -> %s".formatted(boxed, count, block.inline());
        return grammar.choice.chance(50)
                ? "await(Support.<%s, %s>apply(%s, %s))"
                        .formatted(argument.boxed, type.boxed, value, lambda)
                : "await(((Op<%s, %s>) %s).apply(%s, %s))"
                        .formatted(argument.boxed, type.boxed, lambda, value, 3L);
    }

    private String anonymous(Type type, Place place) {
        Scope body = place.scope().captured(new Returning(type, "done"), true);
        return "await(new Object() {\n  @Async Coroutine<%s> go() throws Exception %s\n}.go())"
                .formatted(type.boxed, body(type, body));
    }

    private String body(Type type, Scope scope) {
        return grammar.statements.body(scope, new Returning(type, "done"), 2).inline();
    }
}
