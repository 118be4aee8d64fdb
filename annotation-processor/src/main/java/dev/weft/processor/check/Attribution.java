package dev.weft.processor.check;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What is known of trees: by javac, and of Weft's own types. */
record Attribution(
        Trees trees,
        Types types,
        Elements elements,
        AsyncContracts contracts,
        Closeables closeables,
        Suspensions suspensions,
        Map<String, Optional<TypeElement>> named) {

    static Attribution of(Trees trees, Types types, Elements elements, AsyncContracts contracts) {
        Closeables closeables = new Closeables(types, elements);
        Suspensions suspensions = new Suspensions(trees, closeables);
        return new Attribution(
                trees, types, elements, contracts, closeables, suspensions, new HashMap<>());
    }

    /** What an async lambda of this type returns; null if one of this type is not async. */
    @Nullable TypeMirror resultOf(@Nullable TypeMirror target) {
        return contracts.result(target, types);
    }

    /** What a message calls the scope that a resource is, if it is one of Weft's that cancel. */
    @Nullable String scopeOf(TreePath resource) {
        TypeMirror type = trees.getTypeMirror(resource);
        return type == null ? null : closeables.scope(type);
    }

    /** Whether a lambda of this type gives back nothing. */
    boolean isVoidFunction(@Nullable TypeMirror target) {
        ExecutableElement function = functionOf(target);
        return function != null && function.getReturnType().getKind() == TypeKind.VOID;
    }

    /** The method that a lambda of this type is the body of, null if there is none. */
    @Nullable ExecutableElement functionOf(@Nullable TypeMirror target) {
        if (!(target instanceof DeclaredType declared)
                || !(declared.asElement() instanceof TypeElement type)
                || !type.getKind().isInterface()) {
            return null;
        }
        return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                .filter(method -> !isOfObject(method))
                .findFirst()
                .orElse(null);
    }

    /** An interface may repeat what every object has; that is not its function. */
    private boolean isOfObject(ExecutableElement method) {
        TypeElement object = elements.getTypeElement("java.lang.Object");
        return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                .anyMatch(
                        member ->
                                elements.overrides(
                                        method,
                                        member,
                                        (TypeElement) method.getEnclosingElement()));
    }

    /** Whether a type is one of those that have this name, or a subtype of it. */
    boolean isA(@Nullable TypeMirror type, String qualifiedName) {
        TypeElement wanted = named(qualifiedName);
        return wanted != null
                && type != null
                && isOfObjects(type)
                && types.isSubtype(types.erasure(type), types.erasure(wanted.asType()));
    }

    /** Asking javac takes its time, and the rules ask again and again. */
    private @Nullable TypeElement named(String qualifiedName) {
        return named.computeIfAbsent(
                        qualifiedName, name -> Optional.ofNullable(elements.getTypeElement(name)))
                .orElse(null);
    }

    /** Not what javac has for code that it does not understand. */
    private static boolean isOfObjects(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED, TYPEVAR, INTERSECTION -> true;
            default -> false;
        };
    }

    /** All the classes and interfaces above a type. */
    List<TypeElement> supertypes(TypeElement type) {
        List<TypeElement> found = new ArrayList<>();
        for (TypeMirror parent : types.directSupertypes(type.asType())) {
            TypeElement element = (TypeElement) ((DeclaredType) parent).asElement();
            found.add(element);
            found.addAll(supertypes(element));
        }
        return found;
    }

    /** Whether a type is one of those that Weft's users import. */
    boolean isOfWeft(@Nullable TypeMirror type) {
        return type instanceof DeclaredType declared
                && elements.getPackageOf(declared.asElement())
                        .getQualifiedName()
                        .contentEquals("dev.weft");
    }
}
