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
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.ElementFilter;

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
                && type.getNestingKind() == NestingKind.ANONYMOUS
                && !isInherited(member, type, facts);
    }

    /** Whether a class above has the method as well, and says as much of its result. */
    private static boolean isInherited(Element member, TypeElement type, Facts facts) {
        return member instanceof ExecutableElement method
                && facts.types().directSupertypes(type.asType()).stream()
                        .map(above -> (TypeElement) facts.types().asElement(above))
                        .flatMap(above -> methodsOf(above, facts))
                        .filter(other -> facts.elements().overrides(method, other, type))
                        .anyMatch(other -> saysAsMuch(other, method, type, facts));
    }

    private static Stream<ExecutableElement> methodsOf(TypeElement type, Facts facts) {
        return ElementFilter.methodsIn(facts.elements().getAllMembers(type)).stream();
    }

    private static boolean saysAsMuch(
            ExecutableElement above, ExecutableElement method, TypeElement type, Facts facts) {
        ExecutableType seen =
                (ExecutableType) facts.types().asMemberOf((DeclaredType) type.asType(), above);
        return facts.types().isSameType(seen.getReturnType(), method.getReturnType())
                && seen.getThrownTypes().size() == method.getThrownTypes().size();
    }
}
