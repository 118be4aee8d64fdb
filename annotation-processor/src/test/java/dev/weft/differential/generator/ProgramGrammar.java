package dev.weft.differential.generator;

import dev.weft.differential.generator.Scope.Returning;
import dev.weft.differential.generator.Scope.Variable;
import java.util.ArrayList;
import java.util.List;

/** Whole programs: a class with fields and async methods that call each other. */
public final class ProgramGrammar {

    /** One program of so many is large; small ones show as much in a fraction of the time. */
    private static final int SEEDS_PER_LARGE = 16;

    private final Grammar grammar;
    private final Choice choice;
    private final boolean large;

    private ProgramGrammar(long seed) {
        large = seed % SEEDS_PER_LARGE == 0;
        choice = new Choice(seed);
        grammar = new Grammar(choice);
    }

    public static GeneratedProgram of(long seed) {
        return new ProgramGrammar(seed).program("G" + seed);
    }

    private GeneratedProgram program(String name) {
        List<Variable> fields = fields();
        int methods = choice.between(1, large ? 4 : 2);
        for (int i = 0; i < methods; i++) grammar.signatures.add(signature(i));
        Node.Block members = new Node.Block();
        for (Variable field : fields) {
            String modifier = field.name().startsWith("s") ? "static " : "";
            String value = grammar.values.literal(field.type());
            members.add(
                    Node.line(
                            "%s%s %s = %s;"
                                    .formatted(
                                            modifier, field.type().source, field.name(), value)));
        }
        members.add(run(fields));
        for (Signature signature : grammar.signatures) members.add(method(signature, fields));
        return new GeneratedProgram(name, members);
    }

    private List<Variable> fields() {
        List<Variable> fields = new ArrayList<>();
        for (int i = choice.below(4); i > 0; i--)
            fields.add(new Variable(choice.pick("f", "s") + i, grammar.type(), true));
        return fields;
    }

    private Signature signature(int order) {
        List<Type> parameters = new ArrayList<>();
        for (int i = choice.below(4); i > 0; i--) parameters.add(grammar.type());
        String shape =
                choice.chance(30)
                        ? "AsyncGenerator"
                        : choice.chance(88)
                                ? "Coroutine"
                                : choice.pick("CompletableFuture", "CompletionStage");
        return new Signature(
                order, "m" + order, grammar.type(), parameters, choice.chance(35), shape);
    }

    private Node run(List<Variable> fields) {
        grammar.current = null;
        choice.allot(large ? choice.between(4, 16) : choice.between(1, 3));
        Type type = grammar.type();
        Returning returning = new Returning(type, "done");
        Scope scope = scope(fields, false, returning);
        Node.Block body = new Node.Block();
        body.add(Node.line("final int fuel = 1;"));
        for (Signature signature : grammar.signatures) body.add(guarded(signature, scope));
        body.nodes.addAll(grammar.statements.block(scope, 5).nodes);
        if (body.completes())
            body.add(Node.jump(returning.of(grammar.statements.boxable(type, scope))));
        String head = "@Async public Coroutine<%s> run() throws Exception ".formatted(type.boxed);
        return Node.compound(true).text(head).block(body);
    }

    /** A call that does not end the program when it fails. */
    private Node guarded(Signature signature, Scope scope) {
        Place place = new Place(scope, 2, true);
        String call = grammar.awaits.invocation(signature, "fuel", place);
        Node.Block body = new Node.Block();
        if (signature.isGenerator())
            body.add(Node.line("for (var each : each(" + call + ")) log(each);"));
        else body.add(Node.line("log(await(" + call + "));"));
        Node.Block handler = new Node.Block();
        handler.add(Node.line("log(e);"));
        return Node.compound(true)
                .text("try ")
                .block(body)
                .text(" catch (Exception | AssertionError e) ")
                .block(handler);
    }

    private Node method(Signature signature, List<Variable> fields) {
        grammar.current = signature;
        choice.allot(large ? choice.between(8, 30) : choice.between(3, 10));
        Returning returning = new Returning(signature.type(), signature.wrapper());
        Scope scope = scope(fields, signature.isStatic(), returning);
        if (signature.isGenerator()) scope.emits = signature.type();
        StringBuilder parameters = new StringBuilder("final int fuel");
        for (Type type : signature.parameters()) {
            Variable parameter = new Variable(grammar.names.local(), type, choice.chance(60));
            parameters.append(parameter.assignable() ? ", " : ", final ");
            parameters.append(type.source).append(' ').append(parameter.name());
            scope.with(parameter);
        }
        Node.Block body = new Node.Block();
        body.add(Node.line("call();"));
        body.nodes.addAll(grammar.statements.body(scope, returning, 7).nodes);
        String head =
                "@Async %s%s%s<%s> %s(%s) throws Exception "
                        .formatted(
                                choice.pick("", "private ", "public ", "final "),
                                signature.isStatic() ? "static " : "",
                                signature.shape(),
                                signature.type().boxed,
                                signature.name(),
                                parameters);
        return Node.compound(true).text(head).block(body);
    }

    private static Scope scope(List<Variable> fields, boolean isStatic, Returning returning) {
        Scope scope = new Scope(returning, true, isStatic, true);
        for (Variable field : fields)
            if (!isStatic || field.name().startsWith("s")) scope.with(field);
        return scope;
    }
}
