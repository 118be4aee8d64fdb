package dev.weft.eject;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.weft.eject.facts.Facts;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;

/** Which variables are assigned to. */
final class Assigned {

    private Assigned() {}

    static Set<Element> in(Node body, Facts facts) {
        Set<Element> found = new HashSet<>();
        body.walk(
                node -> {
                    if (node instanceof AssignExpr assignment) {
                        found.add(facts.element(assignment.getTarget()));
                    } else if (node instanceof UnaryExpr unary
                            && unary.getOperator().toString().contains("CREMENT")) {
                        found.add(facts.element(unary.getExpression()));
                    }
                });
        return found;
    }
}
