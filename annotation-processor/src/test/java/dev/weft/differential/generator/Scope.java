package dev.weft.differential.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a statement can see and where it can jump to. */
final class Scope {

    /** A local variable, parameter or field. */
    record Variable(String name, Type type, boolean assignable) {}

    /** A statement that can be left, by {@code continue} also if it is a loop. */
    record Target(@Nullable String label, boolean loop) {}

    /** How a body returns: what its values are and what they are wrapped in. */
    record Returning(Type type, String wrapper) {
        String of(String value) {
            return "return " + wrapper + (wrapper.equals("end") ? "();" : "(" + value + ");");
        }
    }

    final List<Variable> variables = new ArrayList<>();
    final List<Target> targets = new ArrayList<>();
    final @Nullable Returning returning;
    final boolean canAwait;
    final boolean isStatic;

    /**
     * Whether a try may stand here: javac 17 crashes on one inside a switch expression when a long
     * or double is on the operand stack.
     */
    final boolean tries;

    /** Whether nothing checked may be thrown here. */
    boolean uncheckedOnly;

    /** What may be emitted here; null where nothing may be. */
    @Nullable Type emits;

    Scope(@Nullable Returning returning, boolean canAwait, boolean isStatic, boolean tries) {
        this.returning = returning;
        this.canAwait = canAwait;
        this.isStatic = isStatic;
        this.tries = tries;
    }

    /** The same variables in a block of the same body. */
    Scope nested() {
        return emitting(copy(new Scope(returning, canAwait, isStatic, tries), true, true));
    }

    /** A block of the same body that emits nothing, so that a generator can be closed there. */
    Scope withoutEmit() {
        return copy(new Scope(returning, canAwait, isStatic, tries), true, true);
    }

    /** A part of the body in which nothing may be awaited. */
    Scope withoutAwait() {
        return copy(new Scope(returning, false, isStatic, tries), true, true);
    }

    /** The body of a switch expression: no jump leaves it. */
    Scope enclosed(boolean tries) {
        return emitting(
                copy(new Scope(null, canAwait, isStatic, this.tries && tries), true, false));
    }

    private Scope emitting(Scope scope) {
        scope.emits = emits;
        return scope;
    }

    /** A lambda's or local class's body: only what never changes is visible. */
    Scope captured(@Nullable Returning returning, boolean canAwait) {
        Scope scope = copy(new Scope(returning, canAwait, isStatic, canAwait), false, false);
        scope.uncheckedOnly = !canAwait;
        return scope;
    }

    private Scope copy(Scope scope, boolean assignable, boolean jumps) {
        for (Variable variable : variables)
            if (assignable || !variable.assignable() || field(variable))
                scope.variables.add(variable);
        if (jumps) scope.targets.addAll(targets);
        scope.uncheckedOnly = uncheckedOnly;
        return scope;
    }

    private static boolean field(Variable variable) {
        return variable.name().startsWith("f") || variable.name().startsWith("s");
    }

    Scope with(Variable variable) {
        variables.add(variable);
        return this;
    }

    Scope with(Target target) {
        targets.add(target);
        return this;
    }

    List<Variable> all(Predicate<Variable> wanted) {
        return variables.stream().filter(wanted).toList();
    }

    List<Variable> of(Type type) {
        return all(variable -> variable.type() == type);
    }

    List<Variable> assignable(Type type) {
        return all(variable -> variable.type() == type && variable.assignable());
    }
}
