package dev.weft.processor.check;

import java.util.Arrays;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** What an async method may return. */
enum ReturnShape {
    COROUTINE("dev.weft.Coroutine"),
    GENERATOR(Names.GENERATOR),
    FUTURE("java.util.concurrent.CompletableFuture"),
    STAGE("java.util.concurrent.CompletionStage"),
    ENTRY_POINT("void");

    private final String type;

    ReturnShape(String type) {
        this.type = type;
    }

    static boolean isOne(TypeMirror type) {
        return Arrays.stream(values()).anyMatch(shape -> shape.fits(type));
    }

    /** The type of the elements of a generator that is returned; null if none is. */
    static @Nullable TypeMirror element(TypeMirror returned) {
        if (!GENERATOR.fits(returned)) {
            return null;
        }
        DeclaredType generator = (DeclaredType) returned;
        if (!generator.getTypeArguments().isEmpty()) {
            TypeMirror written = generator.getTypeArguments().get(0);
            TypeMirror bound =
                    written instanceof WildcardType any ? any.getExtendsBound() : written;
            if (bound != null) {
                return bound;
            }
        }
        TypeElement type = (TypeElement) generator.asElement();
        return type.getTypeParameters().get(0).getBounds().get(0);
    }

    /** The types as the end of a sentence. */
    static String inWords() {
        return Arrays.stream(values())
                .map(shape -> shape.type.substring(shape.type.lastIndexOf('.') + 1))
                .collect(Collectors.joining(", "))
                .replaceFirst(", (?=\\w+$)", " or ");
    }

    /** A subtype does not fit: nobody could make one of the value. */
    private boolean fits(TypeMirror returned) {
        return this == ENTRY_POINT
                ? returned.getKind() == TypeKind.VOID
                : returned instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && element.getQualifiedName().contentEquals(type);
    }
}
