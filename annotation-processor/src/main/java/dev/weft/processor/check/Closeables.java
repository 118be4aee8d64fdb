package dev.weft.processor.check;

import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Tells which resources are closed asynchronously, and which are scopes that cancel. */
public final class Closeables {

    private final Types types;
    private final Elements elements;

    public Closeables(Types types, Elements elements) {
        this.types = types;
        this.elements = elements;
    }

    /** Whether a resource of this type is closed asynchronously. */
    public boolean isOne(TypeMirror type) {
        return isA(type, Names.CLOSEABLE);
    }

    /** Whether nothing but {@code AsyncCloseable} says how a resource of this type is closed. */
    public boolean inheritsClose(TypeMirror type) {
        TypeElement element = isOne(type) ? elementOf(type) : null;
        return element != null
                && ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
                        .filter(Closeables::isClose)
                        .map(Element::getEnclosingElement)
                        .allMatch(owner -> Names.isCloseable(owner) || isAutoCloseable(owner));
    }

    private static boolean isClose(ExecutableElement method) {
        return method.getSimpleName().contentEquals("close") && method.getParameters().isEmpty();
    }

    private static boolean isAutoCloseable(Element owner) {
        return Names.is(owner, AutoCloseable.class.getName());
    }

    /** What a message calls the scope that a resource is, if it is one of Weft's that cancel. */
    @Nullable String scope(TypeMirror type) {
        return Names.SCOPES.stream()
                .filter(name -> isA(type, Names.PACKAGE + name))
                .findFirst()
                .orElse(null);
    }

    private boolean isA(TypeMirror type, String qualifiedName) {
        TypeElement wanted = elements.getTypeElement(qualifiedName);
        return wanted != null
                && type.getKind() != TypeKind.ERROR
                && types.isSubtype(type, wanted.asType());
    }

    private @Nullable TypeElement elementOf(TypeMirror type) {
        if (type instanceof TypeVariable variable) {
            return elementOf(variable.getUpperBound());
        }
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream()
                    .filter(this::isOne)
                    .findFirst()
                    .map(this::elementOf)
                    .orElse(null);
        }
        return type instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    }
}
