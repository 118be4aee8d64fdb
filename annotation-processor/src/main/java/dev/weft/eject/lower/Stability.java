package dev.weft.eject.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.weft.eject.facts.Facts;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;

/** Which expressions come out the same, and do nothing else, whenever they are evaluated. */
final class Stability {

    private final Facts facts;

    Stability(Facts facts) {
        this.facts = facts;
    }

    /** Whether an expression may be evaluated later within the root than where it stands. */
    boolean isStable(Expression expression, Node root) {
        Expression bare = Suspending.unwrapped(expression);
        if (bare instanceof LiteralExpr
                || bare instanceof ThisExpr
                || bare instanceof ClassExpr
                || bare instanceof LambdaExpr) {
            return true;
        }
        if (bare instanceof UnaryExpr unary) {
            return unary.getExpression() instanceof LiteralExpr;
        }
        return facts.element(bare) instanceof VariableElement variable && isStable(variable, root);
    }

    private boolean isStable(VariableElement variable, Node root) {
        if (variable.getConstantValue() != null
                || variable.getKind() == ElementKind.ENUM_CONSTANT) {
            return true;
        }
        return variable.getKind().isField() ? isConsole(variable) : !isAssigned(variable, root);
    }

    /** What everything is printed to: nobody means to have it replaced between two words. */
    private static boolean isConsole(VariableElement field) {
        return field.getEnclosingElement().toString().equals("java.lang.System");
    }

    /** Nobody but the expression itself can change a local variable. */
    private boolean isAssigned(Element variable, Node root) {
        return root.findFirst(Expression.class, part -> assigns(part, variable)).isPresent();
    }

    private boolean assigns(Expression part, Element variable) {
        if (part instanceof AssignExpr assignment) {
            return is(assignment.getTarget(), variable);
        }
        return part instanceof UnaryExpr unary
                && unary.getOperator().toString().contains("CREMENT")
                && is(unary.getExpression(), variable);
    }

    private boolean is(Expression target, Element variable) {
        Expression bare = Suspending.unwrapped(target);
        return bare instanceof NameExpr && variable.equals(facts.element(bare));
    }
}
