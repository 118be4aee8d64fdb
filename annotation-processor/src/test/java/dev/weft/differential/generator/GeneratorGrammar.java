package dev.weft.differential.generator;

import dev.weft.differential.generator.Choice.Weighted;
import dev.weft.differential.generator.Scope.Returning;
import dev.weft.differential.generator.Scope.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Generators: where they come from, what they emit, and how they are stepped by hand. */
final class GeneratorGrammar {

    private final Grammar grammar;

    GeneratorGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    /** A type of elements, rather one of which the program has a generator. */
    Type elements() {
        List<Type> types =
                grammar.signatures.stream()
                        .filter(Signature::isGenerator)
                        .map(Signature::type)
                        .toList();
        return types.isEmpty() || grammar.choice.chance(35)
                ? grammar.type()
                : grammar.choice.pick(types);
    }

    /** What a loop runs over. */
    String source(Type type, Scope scope) {
        String source = plainSource(type, scope);
        return grammar.choice.chance(20) && !grammar.choice.spent()
                ? changed(source, type, scope)
                : source;
    }

    private String changed(String source, Type type, Scope scope) {
        Scope plain = scope.captured(null, false);
        Returning returning = new Returning(type, "done");
        String name = grammar.names.local();
        String value = grammar.statements.boxable(type, plain);
        return source
                + switch (grammar.choice.below(7)) {
                    case 0 -> ".take(" + grammar.choice.below(3) + ")";
                    case 1 -> ".skip(1)";
                    case 2 ->
                            ".filter(%s -> %s)"
                                    .formatted(name, grammar.expression(Type.BOOLEAN, plain));
                    case 3 -> ".<%s>map(%s -> %s)".formatted(type.boxed, name, value);
                    case 4 ->
                            ".<%s>flatMap(%s -> Support.<%s>two(%s, %s))"
                                    .formatted(type.boxed, name, type.boxed, name, value);
                    case 5 ->
                            ".<%s, %s>zip(%s, (%s, o) -> %s)"
                                    .formatted(
                                            type.boxed, type.boxed, two(type, scope), name, name);
                    default ->
                            ".<%s>mapAsync(%s -> %s)"
                                    .formatted(
                                            type.boxed,
                                            name,
                                            grammar.statements
                                                    .body(
                                                            scope.captured(returning, true),
                                                            returning,
                                                            2)
                                                    .inline());
                };
    }

    private String plainSource(Type type, Scope scope) {
        if (grammar.choice.chance(65)) return generator(type, scope);
        return "Support.<%s>some(%s, %s, %s)"
                .formatted(
                        type.boxed,
                        grammar.statements.boxable(type, scope),
                        grammar.statements.boxable(type, scope),
                        grammar.choice.chance(12));
    }

    /** An expression that gives a fresh generator. */
    String generator(Type type, Scope scope) {
        List<Weighted<String>> all = new ArrayList<>();
        all.add(new Weighted<>(20, () -> two(type, scope)));
        if (!grammar.choice.spent()) {
            all.add(new Weighted<>(8, () -> lambda(type, scope)));
            all.add(new Weighted<>(3, () -> anonymous(type, scope)));
        }
        for (Signature signature : grammar.signatures)
            if (signature.isGenerator()
                    && signature.type() == type
                    && (signature.isStatic() || !scope.isStatic))
                all.add(new Weighted<>(30, () -> call(signature, scope)));
        return grammar.choice.weighted(all);
    }

    private String two(Type type, Scope scope) {
        return "Support.<%s>two(%s, %s)"
                .formatted(
                        type.boxed,
                        grammar.statements.boxable(type, scope),
                        grammar.statements.boxable(type, scope));
    }

    private String call(Signature signature, Scope scope) {
        Place place = new Place(scope, 2, true);
        boolean free = grammar.current != null && signature.order() > grammar.current.order();
        String call = grammar.awaits.invocation(signature, free ? "fuel" : "fuel - 1", place);
        return free ? call : "(fuel > 0 ? %s : %s)".formatted(call, two(signature.type(), scope));
    }

    private String lambda(Type type, Scope scope) {
        Type argument = grammar.type();
        String boxed = grammar.names.local();
        String name = grammar.names.local();
        String count = grammar.names.local();
        String value = grammar.statements.boxable(argument, scope);
        Scope body = body(type, scope);
        body.with(new Variable(name, argument, true)).with(new Variable(count, Type.LONG, true));
        Node.Block block = block(type, body);
        block.nodes.add(0, Node.line("%s %s = %s;".formatted(argument.source, name, boxed)));
        return "((Gen<%s, %s>) (%s, %s) -> %s).elements(%s, 3L)"
                .formatted(argument.boxed, type.boxed, boxed, count, block.inline(), value);
    }

    private String anonymous(Type type, Scope scope) {
        return "new Object() {\n  @Async AsyncGenerator<%s> go() throws Exception %s\n}.go()"
                .formatted(type.boxed, block(type, body(type, scope)).inline());
    }

    private static Scope body(Type type, Scope scope) {
        Scope body = scope.captured(new Returning(type, "end"), true);
        body.emits = type;
        return body;
    }

    /** The first line says, to who looks at the class file, that this is a generator. */
    private Node.Block block(Type type, Scope body) {
        Node.Block block = grammar.statements.body(body, new Returning(type, "end"), 3);
        block.nodes.add(0, Node.line("if (!yes()) return end();"));
        return block;
    }

    Node emit(Scope scope) {
        return Node.line("emit(" + element(scope) + ");");
    }

    /** An expression with the value that is sent, which is null mostly. */
    String emit(Type type, Place place) {
        String emit = "emit(" + element(place.scope()) + ")";
        if (type == Type.STRING
                || type == Type.OBJECT
                || type == Type.CELL
                || type == Type.BOX && grammar.choice.chance(30))
            return "((" + type.source + ") " + emit + ")";
        if (type == Type.BOOLEAN) return "(" + emit + " == null)";
        String one = grammar.values.of(type, place.scope());
        String other = grammar.values.of(type, place.scope());
        return "(%s == null ? (%s) %s : (%s) %s)"
                .formatted(emit, type.source, one, type.source, other);
    }

    private String element(Scope scope) {
        return grammar.statements.boxable(Objects.requireNonNull(scope.emits), scope);
    }

    /** A generator that is asked for elements one by one, and closed in one way or another. */
    Node stepped(Scope scope) {
        Type type = elements();
        String name = grammar.names.local();
        Node.Block whole = new Node.Block();
        whole.add(
                Node.line(
                        "AsyncGenerator<%s> %s = %s;"
                                .formatted(type.boxed, name, generator(type, scope))));
        Scope inner = scope.nested();
        Node.Block body = new Node.Block();
        for (int i = grammar.choice.between(1, 4); i > 0 && body.completes(); i--)
            body.add(step(name, type, inner));
        Node.Block end = new Node.Block();
        end.add(Node.line("log(\"end " + grammar.names.tag() + "\");"));
        boolean resource = grammar.choice.chance(50);
        Node attempt =
                Node.compound(true)
                        .text(resource ? "try (" + name + ") " : "try ")
                        .block(body)
                        .text(" catch (StopAsyncIteration " + grammar.names.local() + ") ")
                        .block(end);
        if (!resource) attempt.text(" finally ").block(close(name));
        whole.add(attempt);
        return Node.compound(true).block(whole);
    }

    private Node.Block close(String name) {
        Node.Block block = new Node.Block();
        block.add(
                Node.line(
                        grammar.choice.pick(
                                name + ".close();", "await(" + name + ".closeAsync());")));
        return block;
    }

    private Node step(String name, Type type, Scope scope) {
        return switch (grammar.choice.below(10)) {
            case 0 -> Node.line("log(await(" + name + ".send(null)));");
            case 1, 2 ->
                    Node.line(
                            "log(await(%s.send(%s)));"
                                    .formatted(
                                            name,
                                            grammar.statements.boxable(grammar.type(), scope)));
            case 3 ->
                    Node.line(
                            "log(await(%s.throwInto(%s)));"
                                    .formatted(name, grammar.values.failure(false)));
            case 5 -> grammar.loops.over("borrow(" + name + ")", type, scope);
            case 4 ->
                    Node.compound(true)
                            .block(grammar.statements.block(scope.nested(), 2).completing());
            default -> Node.line("log(await(" + name + ".next()));");
        };
    }
}
