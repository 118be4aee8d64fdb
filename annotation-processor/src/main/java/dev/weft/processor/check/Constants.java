package dev.weft.processor.check;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The values of constant expressions, as far as conditions are made of them: constants compared and
 * combined. Arithmetic is left out, which nobody writes there.
 */
final class Constants {

    private final Trees trees;
    private final TreePath path;

    Constants(Trees trees, TreePath path) {
        this.trees = trees;
        this.path = path;
    }

    /** What a condition always is; null if that is open. */
    @Nullable Boolean truth(ExpressionTree condition) {
        return value(condition) instanceof Boolean truth ? truth : null;
    }

    private @Nullable Object value(ExpressionTree tree) {
        if (tree instanceof LiteralTree literal) {
            return literal.getValue();
        }
        if (tree instanceof ParenthesizedTree parentheses) {
            return value(parentheses.getExpression());
        }
        if (tree instanceof UnaryTree unary) {
            Object operand = value(unary.getExpression());
            boolean not = tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT;
            return not && operand instanceof Boolean truth ? !truth : null;
        }
        if (tree instanceof BinaryTree binary) {
            return value(
                    binary.getKind(),
                    value(binary.getLeftOperand()),
                    value(binary.getRightOperand()));
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return value(choice);
        }
        return trees.getElement(new TreePath(path, tree)) instanceof VariableElement variable
                ? variable.getConstantValue()
                : null;
    }

    private @Nullable Object value(ConditionalExpressionTree choice) {
        Boolean condition = truth(choice.getCondition());
        Object yes = value(choice.getTrueExpression());
        Object no = value(choice.getFalseExpression());
        return condition == null || yes == null || no == null ? null : condition ? yes : no;
    }

    private static @Nullable Boolean value(
            Tree.Kind operator, @Nullable Object left, @Nullable Object right) {
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return switch (operator) {
                case CONDITIONAL_AND, AND -> a && b;
                case CONDITIONAL_OR, OR -> a || b;
                case XOR, NOT_EQUAL_TO -> !a.equals(b);
                case EQUAL_TO -> a.equals(b);
                default -> null;
            };
        }
        return isNumber(left) && isNumber(right)
                ? comparison(operator, number(left), number(right))
                : null;
    }

    private static @Nullable Boolean comparison(Tree.Kind operator, double a, double b) {
        return switch (operator) {
            case EQUAL_TO -> a == b;
            case NOT_EQUAL_TO -> a != b;
            case LESS_THAN -> a < b;
            case LESS_THAN_EQUAL -> a <= b;
            case GREATER_THAN -> a > b;
            case GREATER_THAN_EQUAL -> a >= b;
            default -> null;
        };
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof Character;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Character character ? character : ((Number) value).doubleValue();
    }
}
