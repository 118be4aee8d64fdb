package dev.weft.eject.facts;

import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What javac knows of a place in a source.
 *
 * @param element what is named, called or declared there
 * @param type the type of the expression or variable
 * @param result what an async lambda returns
 */
record Fact(@Nullable Element element, @Nullable TypeMirror type, @Nullable TypeMirror result) {

    /** What stands at a place, as far as both trees have a node for it. */
    enum Kind {
        CALL,
        NAME,
        FIELD,
        NEW,
        NEW_ARRAY,
        CAST,
        CHOICE,
        SWITCH,
        LAMBDA,
        REFERENCE,
        VARIABLE,
        METHOD,
        CLASS
    }

    /**
     * Where it stands.
     *
     * @param start offset of its first character
     * @param name what is declared there, empty for what declares nothing
     */
    record Place(Kind kind, int start, String name) {}
}
