package dev.weft.eject.lower;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayList;
import java.util.List;

/** Which pattern variables a condition declares, as chapter 6.3.1 of the language says. */
final class Bindings {

    private Bindings() {}

    /** Those that have a value when the condition has come to {@code outcome}. */
    static List<TypePatternExpr> of(Expression condition, boolean outcome) {
        List<TypePatternExpr> found = new ArrayList<>();
        add(condition, outcome, found);
        return found;
    }

    private static void add(Expression condition, boolean outcome, List<TypePatternExpr> found) {
        if (condition instanceof EnclosedExpr enclosed) {
            add(enclosed.getInner(), outcome, found);
        } else if (condition instanceof UnaryExpr unary
                && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            add(unary.getExpression(), !outcome, found);
        } else if (condition instanceof BinaryExpr binary
                && binary.getOperator()
                        == (outcome ? BinaryExpr.Operator.AND : BinaryExpr.Operator.OR)) {
            add(binary.getLeft(), outcome, found);
            add(binary.getRight(), outcome, found);
        } else if (condition instanceof InstanceOfExpr test && outcome) {
            test.getPattern()
                    .ifPresent(pattern -> found.addAll(pattern.findAll(TypePatternExpr.class)));
        }
    }
}
