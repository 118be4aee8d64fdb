package dev.weft.eject.place;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.weft.eject.code.Variable;
import dev.weft.eject.facts.Facts;
import dev.weft.eject.facts.TypeNames;
import dev.weft.eject.lower.Unejectable;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Finds variables that a field cannot stand for: the class of what they hold has no name, and they
 * are used for what only that class has.
 */
public final class Denotable {

    private Denotable() {}

    /** Throws where a field of a body would lose what the body needs. */
    public static void check(Node body, Facts facts, Map<Element, Variable> known) {
        body.walk(
                NameExpr.class,
                name -> {
                    VariableElement element = facts.variable(name);
                    Variable variable = element == null ? null : known.get(element);
                    if (variable != null
                            && variable.isField()
                            && !TypeNames.isDenotable(element.asType())
                            && isUsedFor(name, facts)) {
                        throw new Unejectable(
                                name,
                                "the type of "
                                        + name
                                        + " cannot be written, and it lives across an await: give"
                                        + " its class a name");
                    }
                });
    }

    /** Whether a member is asked for that an anonymous class has declared. */
    private static boolean isUsedFor(NameExpr name, Facts facts) {
        Node around = name.getParentNode().orElseThrow();
        boolean scope =
                around instanceof MethodCallExpr call && call.getScope().orElse(null) == name
                        || around instanceof FieldAccessExpr access && access.getScope() == name;
        Element member = scope ? facts.element(around) : null;
        return member != null
                && member.getEnclosingElement() instanceof TypeElement type
                && type.getNestingKind() == NestingKind.ANONYMOUS;
    }
}
