package dev.weft.processor.check;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Weft's own types and functions, as the checks know them. */
final class Names {

    static final String ASYNC = "dev.weft.Async";
    static final String FUNCTIONS = "dev.weft.Weft";
    static final String AWAIT = "await";

    private Names() {}

    static boolean isAsync(Element method) {
        return method.getAnnotationMirrors().stream()
                .anyMatch(mark -> is(mark.getAnnotationType().asElement(), ASYNC));
    }

    static boolean is(Element element, String qualifiedName) {
        return element instanceof TypeElement type
                && type.getQualifiedName().contentEquals(qualifiedName);
    }
}
