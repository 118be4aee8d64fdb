package dev.weft.eject.lower;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Variable;
import dev.weft.eject.facts.ExpressionTypes;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Says the opposite of a condition as one would write it. */
final class Negation {

    private static final Map<Operator, Operator> OPPOSITES =
            Map.of(
                    Operator.EQUALS, Operator.NOT_EQUALS,
                    Operator.NOT_EQUALS, Operator.EQUALS,
                    Operator.LESS, Operator.GREATER_EQUALS,
                    Operator.GREATER_EQUALS, Operator.LESS,
                    Operator.GREATER, Operator.LESS_EQUALS,
                    Operator.LESS_EQUALS, Operator.GREATER);

    private final ExpressionTypes types;

    Negation(ExpressionTypes types) {
        this.types = types;
    }

    /** The opposite of a condition, of which {@code tested} is left to be evaluated. */
    Code of(Expression condition, Code tested) {
        Expression bare = Suspending.unwrapped(condition);
        boolean whole = tested.parts().equals(List.of(condition));
        if (whole
                && bare instanceof UnaryExpr unary
                && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            return Code.of(unary.getExpression());
        }
        Operator opposite = whole ? opposite(bare) : null;
        if (opposite != null) {
            BinaryExpr comparison = (BinaryExpr) bare;
            String operator = " " + opposite.asString() + " ";
            return Code.of(comparison.getLeft(), operator, comparison.getRight());
        }
        boolean name = tested.parts().size() == 1 && tested.parts().get(0) instanceof Variable;
        return name || whole && (bare.isMethodCallExpr() || bare.isNameExpr())
                ? Code.of("!", tested)
                : Code.of("!(", tested, ")");
    }

    private @Nullable Operator opposite(Expression condition) {
        if (!(condition instanceof BinaryExpr comparison)) {
            return null;
        }
        boolean ordered =
                comparison.getOperator() != Operator.EQUALS
                        && comparison.getOperator() != Operator.NOT_EQUALS;
        boolean mayBeNone = isFloating(comparison.getLeft()) || isFloating(comparison.getRight());
        return ordered && mayBeNone ? null : OPPOSITES.get(comparison.getOperator());
    }

    /** Nothing is less or more than what is not a number, and nothing is its opposite. */
    private boolean isFloating(Expression operand) {
        TypeKind kind = types.unboxed(types.of(operand)).getKind();
        return kind == TypeKind.FLOAT || kind == TypeKind.DOUBLE;
    }
}
