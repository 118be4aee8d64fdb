package dev.weft.eject.lower;

import dev.weft.eject.facts.Facts;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** Whether one could tell when a class is initialised. */
final class Initialisation {

    private final Facts facts;

    Initialisation(Facts facts) {
        this.facts = facts;
    }

    /** Not of what belongs to the platform. */
    boolean canBeSeen(TypeElement type) {
        String name = type.getQualifiedName().toString();
        if (name.startsWith("java.") || name.startsWith("javax.")) {
            return false;
        }
        return facts.hasStaticBlock(type)
                || type.getEnclosedElements().stream().anyMatch(Initialisation::runsCode)
                || type.getSuperclass() instanceof DeclaredType above
                        && canBeSeen((TypeElement) above.asElement());
    }

    private static boolean runsCode(Element member) {
        return member.getKind() == ElementKind.STATIC_INIT
                || member instanceof VariableElement field
                        && field.getModifiers().contains(Modifier.STATIC)
                        && field.getConstantValue() == null;
    }
}
