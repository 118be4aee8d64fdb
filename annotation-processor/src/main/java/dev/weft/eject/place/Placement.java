package dev.weft.eject.place;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import dev.weft.eject.code.Block;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Machine;
import dev.weft.eject.code.Variable;
import dev.weft.eject.facts.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Decides which variables become fields of the machine: those that live in more than the block that
 * declares them. What is left without a use goes.
 */
public final class Placement extends Contents {

    private final Machine machine;
    private final Facts facts;
    private final Map<Element, Variable> known;
    private final Map<Variable, Set<Block>> places = new LinkedHashMap<>();
    private final Map<Block, Set<String>> declared = new LinkedHashMap<>();

    private Placement(
            Machine machine,
            Facts facts,
            Map<Element, Variable> known,
            Map<Node, Code> replacements) {
        super(replacements);
        this.machine = machine;
        this.facts = facts;
        this.known = known;
    }

    /** Places the variables of a machine. */
    public static void place(
            Machine machine,
            Facts facts,
            Map<Element, Variable> known,
            Map<Node, Code> replacements,
            UnaryOperator<String> fresh) {
        Placement placement = new Placement(machine, facts, known, replacements);
        placement.visit(machine);
        placement.lift();
        placement.decide();
        placement.name(fresh);
    }

    @Override
    void variable(Variable variable, Block block) {
        places.computeIfAbsent(variable, first -> new HashSet<>()).add(block);
    }

    @Override
    boolean enters(Node node) {
        return !isOtherBody(node);
    }

    @Override
    void node(Node node, Block block) {
        if (isOtherBody(node)) {
            node.walk(inner -> name(inner, block, true));
        } else {
            name(node, block, false);
        }
    }

    private static boolean isOtherBody(Node node) {
        return node instanceof LambdaExpr
                || node instanceof BodyDeclaration<?>
                || node instanceof TypeDeclaration<?>;
    }

    private void name(Node node, Block block, boolean captured) {
        if (node instanceof NameExpr) {
            Variable variable = variable(node);
            if (variable != null) {
                variable(variable, block);
                if (captured) {
                    variable.capture();
                    if (current() != null) {
                        machine.captures()
                                .computeIfAbsent(current(), first -> new LinkedHashSet<>())
                                .add(variable);
                    }
                }
            }
        } else if (node instanceof AssignExpr assignment) {
            assigned(assignment.getTarget());
        } else if (node instanceof UnaryExpr unary
                && unary.getOperator().toString().contains("CREMENT")) {
            assigned(unary.getExpression());
        } else if (declares(node) && !known.containsKey(facts.element(node))) {
            String name = ((NodeWithSimpleName<?>) node).getNameAsString();
            declared.computeIfAbsent(block, first -> new HashSet<>()).add(name);
        }
    }

    private static boolean declares(Node node) {
        return node instanceof VariableDeclarator
                || node instanceof Parameter
                || node instanceof TypePatternExpr;
    }

    private void assigned(Node target) {
        Variable variable = variable(target);
        if (variable != null) {
            variable.assign();
        }
    }

    /** The variable of this machine that a name means. */
    private @Nullable Variable variable(Node name) {
        Element element = facts.element(name);
        Variable variable = element == null ? null : known.get(element);
        return variable != null && machine.variables().contains(variable) ? variable : null;
    }

    /** All states know a local class, and so what it captures. */
    private void lift() {
        for (Node type : machine.classes()) {
            type.walk(
                    NameExpr.class,
                    name -> {
                        Variable variable = variable(name);
                        if (variable != null) {
                            variable.becomeField();
                        }
                    });
        }
    }

    private void decide() {
        machine.variables()
                .removeIf(variable -> !variable.isField() && !places.containsKey(variable));
        for (Variable variable : machine.variables()) {
            Block home = variable.home();
            boolean stays =
                    home != null
                            && places.getOrDefault(variable, Set.of()).stream()
                                    .allMatch(block -> block.isWithin(home));
            if (!stays) {
                variable.becomeField();
            }
        }
    }

    /** Two variables may have one name in the source, as long as they never meet. */
    private void name(UnaryOperator<String> fresh) {
        List<Variable> named = new ArrayList<>();
        for (Variable variable : machine.variables()) {
            if (named.stream().anyMatch(other -> clash(variable, other))
                    || meetsDeclaration(variable)) {
                variable.rename(fresh.apply(variable.name()));
            }
            named.add(variable);
        }
    }

    private boolean clash(Variable variable, Variable other) {
        if (!variable.name().equals(other.name())) {
            return false;
        }
        if (variable.isField() && other.isField()) {
            boolean shared =
                    variable.type().equals(other.type())
                            && !variable.isCaptured()
                            && !other.isCaptured();
            return !shared;
        }
        Set<Block> states = states(variable);
        return states(other).stream().anyMatch(states::contains);
    }

    private Set<Block> states(Variable variable) {
        Set<Block> states = new HashSet<>();
        for (Block block : places.getOrDefault(variable, Set.of())) {
            Block state = block;
            while (state.outer() != null) {
                state = state.outer();
            }
            states.add(state);
        }
        return states;
    }

    /** Whether something that stays as it is declares the name once more. */
    private boolean meetsDeclaration(Variable variable) {
        Block home = variable.home();
        boolean local = !variable.isField() || variable.isCaptured();
        return local
                && variable.kind() != Variable.Kind.PARAMETER
                && declared.entrySet().stream()
                        .anyMatch(
                                entry ->
                                        entry.getValue().contains(variable.name())
                                                && (home == null
                                                        || variable.isField()
                                                        || entry.getKey().isWithin(home)));
    }
}
