package dev.weft.eject.facts;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Writes types as one would at a place in a file: by their simple names where these are known
 * there. A type that cannot be written is replaced by the most precise one above it that can.
 */
public final class TypeNames {

    private static final int DEEPEST = 6;

    private final Elements elements;
    private final CompilationUnit unit;
    private final Imports imports;
    private final TypeElement place;

    /** Names as they are known in the body of a class. */
    public TypeNames(Elements elements, CompilationUnit unit, Imports imports, TypeElement place) {
        this.elements = elements;
        this.unit = unit;
        this.imports = imports;
        this.place = place;
    }

    /** The type as source text. */
    public String of(TypeMirror type) {
        return of(type, 0);
    }

    private String of(TypeMirror type, int depth) {
        return switch (type.getKind()) {
            case ARRAY -> of(((ArrayType) type).getComponentType(), depth) + "[]";
            case DECLARED -> declared((DeclaredType) type, depth);
            case TYPEVAR -> variable((TypeVariable) type, depth);
            case INTERSECTION -> of(first((IntersectionType) type), depth);
            case UNION -> of(((UnionType) type).getAlternatives().get(0), depth);
            case WILDCARD -> upper((WildcardType) type, depth);
            case NULL, NONE, ERROR, OTHER -> "Object";
            default -> type.getKind().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static TypeMirror first(IntersectionType type) {
        List<? extends TypeMirror> bounds = type.getBounds();
        return bounds.size() > 1 && bounds.get(0).toString().equals("java.lang.Object")
                ? bounds.get(1)
                : bounds.get(0);
    }

    private String upper(WildcardType type, int depth) {
        return type.getExtendsBound() == null ? "Object" : of(type.getExtendsBound(), depth);
    }

    private String variable(TypeVariable type, int depth) {
        return isCaptured(type)
                ? of(type.getUpperBound(), depth + 1)
                : type.asElement().getSimpleName().toString();
    }

    private static boolean isCaptured(TypeMirror type) {
        return type instanceof TypeVariable variable
                && !Character.isJavaIdentifierStart(
                        (variable.asElement().getSimpleName() + "<").charAt(0));
    }

    private String declared(DeclaredType type, int depth) {
        TypeElement element = (TypeElement) type.asElement();
        if (element.getNestingKind() == NestingKind.ANONYMOUS) {
            return of(above(element), depth);
        }
        String arguments =
                type.getTypeArguments().stream()
                        .map(argument -> argument(argument, depth + 1))
                        .collect(Collectors.joining(", "));
        return name(type, element, depth) + (arguments.isEmpty() ? "" : "<" + arguments + ">");
    }

    /** What an anonymous class extends or implements. */
    private static TypeMirror above(TypeElement anonymous) {
        return anonymous.getInterfaces().isEmpty()
                ? anonymous.getSuperclass()
                : anonymous.getInterfaces().get(0);
    }

    private String argument(TypeMirror type, int depth) {
        if (depth > DEEPEST) return "?";
        if (type instanceof WildcardType wildcard) {
            if (wildcard.getSuperBound() != null) {
                return "? super " + of(wildcard.getSuperBound(), depth);
            }
            return bounded(wildcard.getExtendsBound(), depth);
        }
        if (isCaptured(type)) {
            TypeVariable captured = (TypeVariable) type;
            return captured.getLowerBound().getKind() == TypeKind.NULL
                    ? bounded(captured.getUpperBound(), depth)
                    : "? super " + of(captured.getLowerBound(), depth);
        }
        return isDenotable(type) ? of(type, depth) : bounded(type, depth);
    }

    private String bounded(@Nullable TypeMirror bound, int depth) {
        String text = bound == null ? "Object" : of(bound, depth);
        return text.equals("Object") ? "?" : "? extends " + text;
    }

    /** Whether the type is written as it is. */
    public static boolean isDenotable(TypeMirror type) {
        if (type instanceof ArrayType array) return isDenotable(array.getComponentType());
        if (type instanceof DeclaredType declared) {
            return ((TypeElement) declared.asElement()).getNestingKind() != NestingKind.ANONYMOUS
                    && declared.getTypeArguments().stream().allMatch(TypeNames::isDenotable);
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(
                            java.util.Optional.ofNullable(wildcard.getExtendsBound()),
                            java.util.Optional.ofNullable(wildcard.getSuperBound()))
                    .flatMap(java.util.Optional::stream)
                    .allMatch(TypeNames::isDenotable);
        }
        return type.getKind() != TypeKind.INTERSECTION
                && type.getKind() != TypeKind.NULL
                && !isCaptured(type);
    }

    private String name(DeclaredType type, TypeElement element, int depth) {
        String simple = element.getSimpleName().toString();
        if (element.getNestingKind() == NestingKind.LOCAL || isVisible(simple, element)) {
            return simple;
        }
        if (element.getEnclosingElement() instanceof TypeElement outer) {
            boolean inner = !element.getModifiers().contains(Modifier.STATIC);
            return inner && type.getEnclosingType() instanceof DeclaredType enclosing
                    ? declared(enclosing, depth) + "." + simple
                    : name((DeclaredType) outer.asType(), outer, depth) + "." + simple;
        }
        String qualified = element.getQualifiedName().toString();
        boolean imported = member(simple) == null && imports.take(simple, qualified);
        return imported ? simple : qualified;
    }

    /** A class's name as one writes it here. */
    public String of(TypeElement element) {
        return name((DeclaredType) element.asType(), element, 0);
    }

    private boolean isVisible(String simple, TypeElement wanted) {
        if (unit.findFirst(TypeParameter.class, p -> p.getNameAsString().equals(simple))
                .isPresent()) {
            return false;
        }
        TypeElement member = member(simple);
        return wanted.equals(member == null ? imported(simple) : member);
    }

    /** What a simple name means in the classes around, or as a member of one; null if nothing. */
    private @Nullable TypeElement member(String simple) {
        for (Element around = place; around != null; around = around.getEnclosingElement()) {
            if (!(around instanceof TypeElement type)) continue;
            if (type.getSimpleName().contentEquals(simple)) return type;
            var member =
                    ElementFilter.typesIn(elements.getAllMembers(type)).stream()
                            .filter(found -> found.getSimpleName().contentEquals(simple))
                            .findFirst();
            if (member.isPresent()) return member.get();
        }
        return null;
    }

    /** What a simple name means at the top of the file; null if nothing for sure. */
    private @Nullable TypeElement imported(String simple) {
        for (TypeDeclaration<?> declared : unit.getTypes()) {
            if (declared.getNameAsString().equals(simple)) return inPackage(packageName(), simple);
        }
        for (ImportDeclaration single : unit.getImports()) {
            if (!single.isAsterisk() && single.getName().getIdentifier().equals(simple)) {
                return elements.getTypeElement(single.getNameAsString());
            }
        }
        TypeElement neighbour = inPackage(packageName(), simple);
        if (neighbour != null) return neighbour;
        List<TypeElement> found =
                Stream.concat(
                                Stream.of("java.lang"),
                                unit.getImports().stream()
                                        .filter(ImportDeclaration::isAsterisk)
                                        .map(ImportDeclaration::getNameAsString))
                        .map(owner -> inPackage(owner, simple))
                        .filter(type -> type != null && isAccessible(type))
                        .distinct()
                        .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    private static boolean isAccessible(TypeElement type) {
        return type.getModifiers().contains(Modifier.PUBLIC)
                || type.getEnclosingElement().getKind() != ElementKind.PACKAGE;
    }

    private @Nullable TypeElement inPackage(String owner, String simple) {
        return elements.getTypeElement(owner.isEmpty() ? simple : owner + "." + simple);
    }

    private String packageName() {
        PackageElement around = elements.getPackageOf(place);
        return around.getQualifiedName().toString();
    }
}
