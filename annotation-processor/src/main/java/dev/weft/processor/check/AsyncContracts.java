package dev.weft.processor.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Which interfaces have a method that is marked {@code @Async}, so that their lambdas are async.
 */
public final class AsyncContracts {

    private final Elements elements;
    private final Map<TypeElement, Optional<ExecutableElement>> functional = new HashMap<>();
    private final InternalNames names;

    public AsyncContracts(Elements elements) {
        this.elements = elements;
        this.names = new InternalNames(elements);
    }

    /** The types that these have come across, and all others. */
    public InternalNames names() {
        return names;
    }

    /** A class of the compilation. */
    void seen(TypeElement type) {
        names.seen(type);
    }

    /** What an async lambda of this type returns; null if one of this type is not async. */
    public @Nullable TypeMirror result(@Nullable TypeMirror target, Types types) {
        if (target instanceof IntersectionType intersection) {
            return intersection.getBounds().stream()
                    .map(bound -> result(bound, types))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return target instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement type
                ? functional
                        .computeIfAbsent(type, this::asyncFunction)
                        .map(function -> types.asMemberOf(declared, function))
                        .map(function -> ((ExecutableType) function).getReturnType())
                        .orElse(null)
                : null;
    }

    private Optional<ExecutableElement> asyncFunction(TypeElement type) {
        names.remember(type);
        if (type.getKind() != ElementKind.INTERFACE) {
            return Optional.empty();
        }
        return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                .filter(method -> isAsyncIn(type, method))
                .findFirst();
    }

    /**
     * Whether a method of an interface is marked {@code @Async}, there or in an interface that it
     * extends.
     */
    public boolean isAsyncContract(String internalName, String method) {
        TypeElement type = names.find(internalName);
        return type != null
                && ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                        .filter(member -> member.getSimpleName().contentEquals(method))
                        .anyMatch(member -> isAsyncIn(type, member));
    }

    /** An interface may redeclare a method without repeating the mark. */
    private boolean isAsyncIn(TypeElement type, ExecutableElement method) {
        return Names.isAsync(method)
                || type.getInterfaces().stream()
                        .map(parent -> (TypeElement) ((DeclaredType) parent).asElement())
                        .anyMatch(parent -> inherits(parent, method));
    }

    private boolean inherits(TypeElement parent, ExecutableElement method) {
        return ElementFilter.methodsIn(parent.getEnclosedElements()).stream()
                        .filter(
                                inherited ->
                                        inherited.getSimpleName().equals(method.getSimpleName()))
                        .filter(
                                inherited ->
                                        inherited.getParameters().size()
                                                == method.getParameters().size())
                        .anyMatch(Names::isAsync)
                || parent.getInterfaces().stream()
                        .map(grandparent -> (TypeElement) ((DeclaredType) grandparent).asElement())
                        .anyMatch(grandparent -> inherits(grandparent, method));
    }
}
