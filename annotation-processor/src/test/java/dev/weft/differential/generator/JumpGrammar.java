package dev.weft.differential.generator;

import dev.weft.differential.generator.Scope.Returning;
import dev.weft.differential.generator.Scope.Target;
import java.util.ArrayList;
import java.util.List;

/** Jumps: under a condition, or as the last statement of a block. */
final class JumpGrammar {

    private final Grammar grammar;

    JumpGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    Node statement(Scope scope) {
        Node.Block block = new Node.Block();
        if (grammar.choice.chance(30))
            block.nodes.addAll(grammar.statements.block(scope.nested(), 2).nodes);
        if (block.completes()) block.add(last(scope));
        String condition = grammar.expression(Type.BOOLEAN, scope);
        return Node.compound(true).text("if (" + condition + ") ").block(block);
    }

    Node last(Scope scope) {
        List<String> jumps = new ArrayList<>();
        jumps.add("throw " + grammar.values.failure(scope.uncheckedOnly) + ";");
        for (int i = 0; i < scope.targets.size(); i++) jumps.addAll(to(scope.targets.get(i)));
        jumps.addAll(unlabelled(scope));
        if (scope.returning != null) {
            jumps.add("return");
            jumps.add("return");
        }
        String jump = grammar.choice.pick(jumps);
        return Node.jump(jump.equals("return") ? returning(scope) : jump);
    }

    private static List<String> to(Target target) {
        if (target.label() == null) return List.of();
        String leave = "break " + target.label() + ";";
        return target.loop() ? List.of(leave, "continue " + target.label() + ";") : List.of(leave);
    }

    /** What a jump without a label may do here. */
    private static List<String> unlabelled(Scope scope) {
        List<String> jumps = new ArrayList<>();
        boolean loop = scope.targets.stream().anyMatch(Target::loop);
        boolean any = scope.targets.stream().anyMatch(t -> t.loop() || t.label() == null);
        if (any) jumps.add("break;");
        if (loop) jumps.add("continue;");
        return jumps;
    }

    private String returning(Scope scope) {
        Returning returning = java.util.Objects.requireNonNull(scope.returning);
        boolean tails =
                scope.canAwait && grammar.keepsReturned && !returning.wrapper().equals("end");
        Signature tail = tails ? tail(returning, scope) : null;
        if (tail != null) {
            boolean free = grammar.current != null && tail.order() > grammar.current.order();
            if (free)
                return "return "
                        + grammar.awaits.invocation(tail, "fuel", new Place(scope, 2, true))
                        + ";";
        }
        if (tails && returning.wrapper().equals("done") && grammar.choice.chance(10))
            return "return Support.<%s>echo(%s);"
                    .formatted(
                            returning.type().boxed,
                            grammar.statements.boxable(returning.type(), scope));
        return returning.of(grammar.statements.boxable(returning.type(), scope));
    }

    private @org.jspecify.annotations.Nullable Signature tail(Returning returning, Scope scope) {
        if (!grammar.choice.chance(50)) return null;
        List<Signature> all =
                grammar.signatures.stream()
                        .filter(
                                s ->
                                        s.type() == returning.type()
                                                && s.wrapper().equals(returning.wrapper()))
                        .filter(s -> s.isStatic() || !scope.isStatic)
                        .filter(this::fits)
                        .toList();
        return all.isEmpty() ? null : grammar.choice.pick(all);
    }

    /** A method that is declared to return a future cannot return any stage. */
    private boolean fits(Signature tail) {
        return !tail.shape().equals("CompletionStage")
                || grammar.current == null
                || tail.shape().equals(grammar.current.shape());
    }
}
