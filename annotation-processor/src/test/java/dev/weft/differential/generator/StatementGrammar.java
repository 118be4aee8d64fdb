package dev.weft.differential.generator;

import dev.weft.differential.generator.Choice.Weighted;
import dev.weft.differential.generator.Scope.Returning;
import dev.weft.differential.generator.Scope.Target;
import dev.weft.differential.generator.Scope.Variable;
import java.util.ArrayList;
import java.util.List;

/** Statements and blocks. */
final class StatementGrammar {

    private final Grammar grammar;

    StatementGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The body of a method or lambda, with its return. */
    Node.Block body(Scope scope, Returning returning, int most) {
        Node.Block block = block(scope, most);
        if (block.completes()) block.add(Node.jump(returning.of(boxable(returning.type(), scope))));
        return block;
    }

    /** A value that boxes to the type. */
    String boxable(Type type, Scope scope) {
        return "(" + type.source + ") (" + grammar.expression(type, scope) + ")";
    }

    Node.Block block(Scope scope, int most) {
        Node.Block block = new Node.Block();
        int count = grammar.choice.spent() ? 1 : grammar.choice.between(1, most);
        for (int i = 0; i < count && block.completes(); i++) block.add(statement(scope));
        return block;
    }

    private Node statement(Scope scope) {
        List<Weighted<Node>> all = new ArrayList<>();
        all.add(new Weighted<>(22, () -> declaration(scope)));
        all.add(new Weighted<>(16, () -> assignment(scope)));
        all.add(new Weighted<>(10, () -> log(scope)));
        if (scope.canAwait) all.add(new Weighted<>(6, () -> awaiting(scope)));
        if (scope.emits != null) all.add(new Weighted<>(25, () -> grammar.generators.emit(scope)));
        if (grammar.choice.grow()) {
            all.add(new Weighted<>(10, () -> conditional(scope)));
            all.add(new Weighted<>(12, () -> grammar.loops.statement(scope)));
            all.add(new Weighted<>(6, () -> grammar.switches.statement(scope)));
            all.add(new Weighted<>(3, () -> labelled(scope)));
            all.add(new Weighted<>(3, () -> eitherAssigned(scope)));
            all.add(new Weighted<>(9, () -> grammar.jumps.statement(scope)));
            all.add(new Weighted<>(4, () -> grammar.locals.statement(scope)));
            if (scope.tries) all.add(new Weighted<>(14, () -> grammar.tries.statement(scope)));
            if (scope.tries && scope.canAwait) {
                all.add(new Weighted<>(22, () -> grammar.loops.each(scope)));
                all.add(new Weighted<>(6, () -> grammar.generators.stepped(scope)));
                all.add(new Weighted<>(1, () -> closing(scope)));
            }
            if (scope.returning != null) all.add(new Weighted<>(1, () -> locked(scope)));
        }
        return grammar.choice.weighted(all);
    }

    private Node declaration(Scope scope) {
        Type type = grammar.type();
        String name = grammar.names.local();
        boolean constant = grammar.choice.chance(35);
        String value = value(type, scope);
        scope.with(new Variable(name, type, !constant));
        String declared =
                !constant && type != Type.BOX && grammar.choice.chance(10) ? "var" : type.source;
        if (declared.equals("var")) value = "(" + type.source + ") (" + value + ")";
        return Node.line(
                "%s%s %s = %s;".formatted(constant ? "final " : "", declared, name, value));
    }

    private String value(Type type, Scope scope) {
        return grammar.expressions.bounded(
                type, new Place(scope, grammar.choice.between(1, 4), true));
    }

    private Node assignment(Scope scope) {
        List<Variable> variables = scope.all(Variable::assignable);
        if (variables.isEmpty()) return log(scope);
        Variable variable = grammar.choice.pick(variables);
        Type type = variable.type();
        String name = variable.name();
        if (type.array() && grammar.choice.chance(70)) return element(variable, scope);
        if (type == Type.STRING && grammar.choice.chance(40))
            return Node.line(
                    "%s += text(%s); %s = cut(%s);"
                            .formatted(
                                    name, grammar.expression(grammar.type(), scope), name, name));
        if (type.numeric() && grammar.choice.chance(50)) return compound(name, type, scope);
        return Node.line(name + " = " + value(type, scope) + ";");
    }

    private Node compound(String name, Type type, Scope scope) {
        if (grammar.choice.chance(25)) return Node.line(name + grammar.choice.pick("++;", "--;"));
        String operator = grammar.choice.pick("+=", "-=", "*=", "/=");
        if (Type.INTEGRAL.contains(type))
            operator = grammar.choice.pick("+=", "-=", "^=", "%=", "<<=", ">>>=");
        Type right =
                operator.contains("<") || operator.contains(">")
                        ? Type.INT
                        : grammar.choice.pick(type, Type.INT);
        return Node.line(
                "%s %s %s;"
                        .formatted(name, operator, grammar.expressionBehind(type, right, scope)));
    }

    private Node element(Variable array, Scope scope) {
        Type type = array.type().element();
        String target = "%s[ix(%s)]".formatted(array.name(), grammar.expression(Type.INT, scope));
        if (!type.numeric() || grammar.choice.chance(50))
            return Node.line("%s = %s;".formatted(target, value(type, scope)));
        if (grammar.choice.chance(40)) return Node.line(target + grammar.choice.pick("++;", "--;"));
        return Node.line(
                "%s %s %s;"
                        .formatted(
                                target,
                                grammar.choice.pick("+=", "^=", "-="),
                                grammar.expressionBehind(type, type, scope)));
    }

    private Node log(Scope scope) {
        Type type = grammar.type();
        return Node.line("log(" + grammar.expression(type, scope) + ");");
    }

    private Node awaiting(Scope scope) {
        String await = grammar.awaits.of(grammar.type(), new Place(scope, 2, true));
        int start = await.indexOf("await(");
        return start == 0 ? Node.line(await + ";") : Node.line("log(" + await + ");");
    }

    private Node closing(Scope scope) {
        return Node.line(
                "new Gate(%s, %s).close();"
                        .formatted(value(Type.STRING, scope), grammar.choice.chance(15)));
    }

    private Node conditional(Scope scope) {
        String condition = grammar.expression(Type.BOOLEAN, scope);
        Node.Block then = block(scope.nested(), 3);
        Node node = Node.compound(true).text("if (" + condition + ") ").block(then);
        if (grammar.choice.chance(50))
            node.text(" else ").block(block(scope.nested(), 3).completing());
        return node;
    }

    private Node labelled(Scope scope) {
        String label = grammar.names.label();
        Node.Block block = block(scope.nested().with(new Target(label, false)), 3);
        return Node.compound(true).text(label + ": ").block(block.completing());
    }

    private Node eitherAssigned(Scope scope) {
        Type type = grammar.type();
        String name = grammar.names.local();
        Node.Block then = assigning(name, type, scope);
        Node.Block other = assigning(name, type, scope);
        Node node =
                Node.compound(true)
                        .text(
                                "%s %s;\nif (%s) "
                                        .formatted(
                                                type.source,
                                                name,
                                                grammar.expression(Type.BOOLEAN, scope)))
                        .block(then)
                        .text(" else ")
                        .block(other);
        scope.with(new Variable(name, type, true));
        return node;
    }

    private Node.Block assigning(String name, Type type, Scope scope) {
        Node.Block block = block(scope.nested(), 2).completing();
        block.add(Node.line(name + " = " + value(type, scope) + ";"));
        return block;
    }

    /** Never in a switch expression, for which javac 17 makes class files that are not valid. */
    private Node locked(Scope scope) {
        return Node.compound(true)
                .text("synchronized (Support.class) ")
                .block(block(scope.withoutAwait(), 2).completing());
    }
}
